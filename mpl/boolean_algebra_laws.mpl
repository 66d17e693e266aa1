// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Boolean algebras of any size: distributive, with units and complements; the program
// finds the laws.
(import "function.mpl")

// a f (b g c) = (a f b) g (a f c)
(define distributive[f,g]
  (>[a,b,c,d,e,x,y](&(in3[b,c,d,g])(in3[a,d,e,f])(in3[a,b,x,f])(in3[a,c,y,f]))(in3[x,y,e,g])))

(theory BooleanAlgebra[A,meet,join,not,bottom,top]
  (&(in[bottom,A])
    (in[top,A])
    (fXYZ[meet,A,A,A])
    (fXYZ[join,A,A,A])
    (fXY[not,A,A])
    (commutative[meet])
    (commutative[join])
    (associative[meet])
    (associative[join])
    (distributive[meet,join])
    (distributive[join,meet])
    (>[a](in[a,A])(in3[a,top,a,meet]))
    (>[a](in[a,A])(in3[a,bottom,a,join]))
    (>[a,b](in2[a,b,not])(&(in3[a,b,bottom,meet])(in3[a,b,top,join])))))

(explore laws[meet,join,not,bottom,top] (size 3) (variables 3) (premises 2))
