// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A number does not exceed its square.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,+,*,<=]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a <= a * a) = true
(conjecture le_square (>[a,c](in3[a,a,c,*])(in3[a,c,true,<=])))
