// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The constants of the theory have one type throughout.

(theory T[N] (>[x](in[x,N])(=[x,x])))
(conjecture c (>[x,y](in2[x,y,N])(=[x,y])))

// CHECK: type-clash-conjecture.mpl:[[@LINE-2]]:31: error: type clash: 'N' is used with type 'P(x(1)(1))' here{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x,y](in2[x,y,N])(=[x,y]))){{$}}
// CHECK-NEXT:{{^ {30}\^$}}
// CHECK: type-clash-conjecture.mpl:[[@LINE-6]]:25: note: but with type 'P(1)' here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[x](in[x,N])(=[x,x]))){{$}}
// CHECK-NEXT:{{^ {24}\^$}}
// CHECK-NOT: {{error|warning|note}}:
