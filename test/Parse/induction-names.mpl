// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Induction is about constants of the theory, each once.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(induction [M,i0,t])
(induction [N,i0,s,i0])
(induction [N,i0])

// CHECK: induction-names.mpl:[[@LINE-4]]:13: error: not a constant of the theory: 'M'{{$}}
// CHECK-NEXT:{{^}}(induction [M,i0,t]){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: induction-names.mpl:[[@LINE-7]]:18: error: not a constant of the theory: 't'{{$}}
// CHECK-NEXT:{{^}}(induction [M,i0,t]){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK: induction-names.mpl:[[@LINE-9]]:20: error: duplicate name 'i0' in an induction form{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0,s,i0]){{$}}
// CHECK-NEXT:{{^ {19}\^$}}
// CHECK: induction-names.mpl:[[@LINE-12]]:15: note: first given here{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0,s,i0]){{$}}
// CHECK-NEXT:{{^ {14}\^$}}
// CHECK: induction-names.mpl:[[@LINE-14]]:13: error: duplicate induction form for 'N'{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0]){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: induction-names.mpl:[[@LINE-18]]:13: note: the first one is here{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0,s,i0]){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK-NOT: {{error|warning|note}}:
