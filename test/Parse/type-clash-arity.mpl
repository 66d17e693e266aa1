// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A unary function is no binary one.

(theory T[f] (&(>[x,y](in2[x,y,f])(=[x,y]))
                (>[x,y](in3[x,x,y,f])(=[x,y]))))

// CHECK: type-clash-arity.mpl:[[@LINE-2]]:35: error: type clash: 'f' is used as a relation of three elements (or a function of two) here{{$}}
// CHECK-NEXT:{{^}}                (>[x,y](in3[x,x,y,f])(=[x,y])))){{$}}
// CHECK-NEXT:{{^ {34}\^$}}
// CHECK: type-clash-arity.mpl:[[@LINE-6]]:32: note: but as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}(theory T[f] (&(>[x,y](in2[x,y,f])(=[x,y])){{$}}
// CHECK-NEXT:{{^ {31}\^$}}
// CHECK-NOT: {{error|warning|note}}:
