// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A constant that nothing is said about.

(theory T[N,k,m] (>[x](in[x,N])(=[x,x])))
(conjecture c (in[m,N]))

// CHECK: warning-unused-constant.mpl:[[@LINE-3]]:13: warning: constant 'k' is not used: nothing is said about it{{$}}
// CHECK-NEXT:{{^}}(theory T[N,k,m] (>[x](in[x,N])(=[x,x]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK-NOT: {{error|warning|note}}:
