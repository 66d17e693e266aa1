// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The maximum is at least each.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,max,<=]
  (&(NaturalNumbers[N,i0,s])
    (maximum[max,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a <= max(b, a)) = true
(conjecture le_max (>[a,b,c](in3[b,a,c,max])(in3[a,c,true,<=])))
