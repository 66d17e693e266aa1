// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Any two numbers compare.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,<=]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a <= b) = false -> (b <= a) = true
(conjecture le_total (>[a,b](in3[a,b,false,<=])(in3[b,a,true,<=])))
