// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order respects addition.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,+,<=]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a + c <= b + c) = (a <= b)
(conjecture le_add_both (>[a,c,b,d,f,g](&(in3[a,b,d,<=])(in3[a,c,f,+])(in3[b,c,g,+]))(in3[f,g,d,<=])))
