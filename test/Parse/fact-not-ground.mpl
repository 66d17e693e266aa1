// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A fact is one atom about constants and integers.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(fact (=[i0,i0]))
(fact !(in[i0,N]))
(fact (>[x](in[x,N])(in[x,N])))
(fact (in[1,N]))

// CHECK: fact-not-ground.mpl:[[@LINE-5]]:7: error: a fact is one atom without variables, such as '(in[a,S])'{{$}}
// CHECK-NEXT:{{^}}(fact (=[i0,i0])){{$}}
// CHECK-NEXT:{{^ {6}\^$}}
// CHECK: fact-not-ground.mpl:[[@LINE-7]]:7: error: a fact is one atom without variables, such as '(in[a,S])'{{$}}
// CHECK-NEXT:{{^}}(fact !(in[i0,N])){{$}}
// CHECK-NEXT:{{^ {6}\^$}}
// CHECK: fact-not-ground.mpl:[[@LINE-9]]:7: error: a fact is one atom without variables, such as '(in[a,S])'{{$}}
// CHECK-NEXT:{{^}}(fact (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {6}\^$}}
// CHECK-NOT: {{error|warning|note}}:
