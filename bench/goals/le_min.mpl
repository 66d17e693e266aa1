// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The minimum is at most each.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,min,<=]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (min(a, b) <= a) = true
(conjecture le_min (>[a,b,c](in3[a,b,c,min])(in3[c,a,true,<=])))
