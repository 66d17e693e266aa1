// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A constructor of N is in N or maps into it.

(theory T[N,i0,s] (&(in[i0,N])(in[N,s])))
(induction [N,i0,s])

// CHECK: induction-type.mpl:[[@LINE-2]]:18: error: type clash: with this use the type of 's' would contain itself{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0,s]){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK: induction-type.mpl:[[@LINE-6]]:37: note: 's' is used here{{$}}
// CHECK-NEXT:{{^}}(theory T[N,i0,s] (&(in[i0,N])(in[N,s]))){{$}}
// CHECK-NEXT:{{^ {36}\^$}}
// CHECK-NOT: {{error|warning|note}}:
