// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparison of natural numbers as a function into the truth values.
(import "natural.mpl")
(import "bool.mpl")

(theory Comparison[N,i0,s,B,true,false,and,or,not,<=]
  (&(NaturalNumbers[N,i0,s])
    (Booleans[B,true,false,and,or,not])
    // (0 <= y) = true, (s(x) <= 0) = false, (s(x) <= s(y)) = (x <= y)
    (fXYZ[<=,N,N,B])
    (>[y](in[y,N])(in3[i0,y,true,<=]))
    (>[x,p](in2[x,p,s])(in3[p,i0,false,<=]))
    (>[x,p,y,q,r](&(in2[x,p,s])(in2[y,q,s])(in3[x,y,r,<=]))(in3[p,q,r,<=]))))

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
