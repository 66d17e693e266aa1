// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparison of natural numbers as a function into the truth values.
(import "arithmetic.mpl")
(import "bool.mpl")

(theory Comparison[N,i0,s,B,true,false,and,or,not,<=]
  (&(NaturalNumbers[N,i0,s])
    (Booleans[B,true,false,and,or,not])
    (comparison[<=,N,i0,s,B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// ((x <= y) or (y <= x)) = true
(conjecture le_total (>[x,y,a,b](&(in3[x,y,a,<=])(in3[y,x,b,<=]))(in3[a,b,true,or])))
// x <= y and y <= z -> x <= z
(conjecture le_transitive (>[x,y,z](&(in3[x,y,true,<=])(in3[y,z,true,<=]))(in3[x,z,true,<=])))
// x <= y and y <= x -> x = y
(conjecture le_antisymmetric (>[x,y](&(in3[x,y,true,<=])(in3[y,x,true,<=]))(=[x,y])))
// x <= s(x)
(conjecture le_successor (>[x,y](in2[x,y,s])(in3[x,y,true,<=])))
// x <= x
(conjecture le_reflexive (>[x](in[x,N])(in3[x,x,true,<=])))

// False: (x <= y) = (y <= x)
(conjecture le_symmetric (>[x,y,a](in3[x,y,a,<=])(in3[y,x,a,<=])))
