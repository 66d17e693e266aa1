// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The other factor may be even.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,+,*,even]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (evenness[even,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// False: even(a * b) = even(a)
(conjecture even_of_product (>[a,b,c,d](&(in2[a,c,even])(in3[a,b,d,*]))(in2[d,c,even])))
