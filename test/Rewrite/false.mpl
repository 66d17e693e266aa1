// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two sets: an equation about the members of one says nothing about the other's, and a
// set may be empty. None of the conjectures follows but the first.
// RUN: not %mplc run %s --out %t --no-explore | FileCheck %s
// RUN: %mpl-verify %s %t
(define total1[f,X,Y] (&(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(theory Two[A,B,a,f,g] (&(in[a,A])(total1[f,A,A])(total1[g,B,A])
  (>[x,y](&(in[x,B])(in2[x,y,g]))(in2[y,a,f]))
  (>[x](in[x,A])(in2[x,x,f]))))
// g(x) = f(g(x)) = a
// CHECK-DAG: proved  constant
(conjecture constant (>[x,y](in2[x,y,g])(=[y,a])))
// CHECK-DAG: {{open   |refuted}} everywhere
(conjecture everywhere (>[x,y](&(in[x,A])(in2[x,y,f]))(=[y,a])))
// There may be no member of B.
// CHECK-DAG: {{open   |refuted}} exists
(conjecture exists (>[x](in[x,A])!(>[y](in[y,B])!(in2[y,a,g]))))
