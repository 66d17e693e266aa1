// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The double of a number is even.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,+,even]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (evenness[even,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// even(a + a) = true
(conjecture even_double (>[a,c](in3[a,a,c,+])(in2[c,true,even])))
