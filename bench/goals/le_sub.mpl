// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtraction does not exceed.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,-,<=]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a - b <= a) = true
(conjecture le_sub (>[a,b,c](in3[a,b,c,-])(in3[c,a,true,<=])))
