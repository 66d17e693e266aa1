// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The constants of the theory have one type throughout.

(theory T[N] (>[x](in[x,N])(=[x,x])))
(conjecture c (>[x,y](in2[x,y,N])(=[x,y])))

// CHECK: type-clash-conjecture.mpl:[[@LINE-2]]:31: error: type clash: 'N' is used as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x,y](in2[x,y,N])(=[x,y]))){{$}}
// CHECK-NEXT:{{^ {30}\^$}}
// CHECK: type-clash-conjecture.mpl:[[@LINE-6]]:25: note: but as a set of elements here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[x](in[x,N])(=[x,x]))){{$}}
// CHECK-NEXT:{{^ {24}\^$}}
// CHECK-NOT: {{error|warning|note}}:
