// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s | FileCheck %s
// Types are as general as their uses; each use of a definition has its own.

// CHECK: definition member [x : (1), S : P(1)]
(define member[x,S] (in[x,S]))
// A set of sets, and then a set of sets of sets.
// CHECK: definition family [F : P(P(1))]
// CHECK: implication [A : P(1)]
// CHECK: implication [x : (1)]
(define family[F] (>[A](member[A,F])!(>[x](member[x,A])!(=[x,x]))))
// CHECK: definition families [G : P(P(P(1)))]
(define families[G] (>[F](in[F,G])(family[F])))
// A relation between sets and functions.
// CHECK: definition domain [R : P(x(P(1))(P(x(1)(1))))]
(define domain[R] (>[X,f](in2[X,f,R])(>[x,y](in2[x,y,f])(in[x,X]))))
// CHECK: definition four [f : P(x(1)(x(1)(x(1)(1))))]
(define four[f] (>[a,b,c,d](in4[a,b,c,d,f])(=[a,d])))
// Equality makes types equal.
// CHECK: definition same [A : P(1), B : P(1)]
(define same[A,B] (&(=[A,B])(>[x](in[x,A])(=[x,x]))))
