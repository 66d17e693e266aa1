// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A set is no function.

(theory T[N] (&(>[x](in[x,N])(=[x,x]))
                (>[x,y](in2[x,y,N])(=[x,y]))))

// CHECK: type-clash-set.mpl:[[@LINE-2]]:33: error: type clash: 'N' is used as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}                (>[x,y](in2[x,y,N])(=[x,y])))){{$}}
// CHECK-NEXT:{{^ {32}\^$}}
// CHECK: type-clash-set.mpl:[[@LINE-6]]:27: note: but as a set of elements here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (&(>[x](in[x,N])(=[x,x])){{$}}
// CHECK-NEXT:{{^ {26}\^$}}
// CHECK-NOT: {{error|warning|note}}:
