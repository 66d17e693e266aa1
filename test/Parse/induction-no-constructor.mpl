// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A set without constructors has no members.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(induction [N])

// CHECK: induction-no-constructor.mpl:[[@LINE-2]]:13: error: expected constructors after the set 'N'{{$}}
// CHECK-NEXT:{{^}}(induction [N]){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK-NOT: {{error|warning|note}}:
