// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Forms that are about a theory need one.

(induction [N,i0])
(explore e[s])
(conjecture c (>[x,y](in[x,y])(in[x,y])))
(assume d (>[x,y](in[x,y])(in[x,y])))
(fact (in[1,N]))

// CHECK: theory-missing.mpl:[[@LINE-6]]:1: error: an induction form needs a theory, and this file states none{{$}}
// CHECK-NEXT:{{^}}(induction [N,i0]){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: theory-missing.mpl:[[@LINE-8]]:1: error: an explore form needs a theory, and this file states none{{$}}
// CHECK-NEXT:{{^}}(explore e[s]){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: theory-missing.mpl:[[@LINE-10]]:1: error: a conjecture needs a theory, and this file states none{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x,y](in[x,y])(in[x,y]))){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: theory-missing.mpl:[[@LINE-12]]:1: error: an assume form needs a theory, and this file states none{{$}}
// CHECK-NEXT:{{^}}(assume d (>[x,y](in[x,y])(in[x,y]))){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: theory-missing.mpl:[[@LINE-14]]:1: error: a fact needs a theory, and this file states none{{$}}
// CHECK-NEXT:{{^}}(fact (in[1,N])){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
