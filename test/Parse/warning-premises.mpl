// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Premises that contradict each other.

(theory T[N,M] (>[x](in[x,N])(in[x,M])))
(conjecture c (>[x](&(in[x,N])(&(in[x,M])!(in[x,N])))(=[x,x])))

// CHECK: warning-premises.mpl:[[@LINE-2]]:42: warning: the premises can never hold: this is the negation of another one{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x](&(in[x,N])(&(in[x,M])!(in[x,N])))(=[x,x]))){{$}}
// CHECK-NEXT:{{^ {41}\^$}}
// CHECK: warning-premises.mpl:[[@LINE-5]]:22: note: the other one is here{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x](&(in[x,N])(&(in[x,M])!(in[x,N])))(=[x,x]))){{$}}
// CHECK-NEXT:{{^ {21}\^$}}
// CHECK-NOT: {{error|warning|note}}:
