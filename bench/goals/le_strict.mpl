// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The numbers may be equal.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,<=]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// False: (a <= b) = true -> (b <= a) = false
(conjecture le_strict (>[a,b](in3[a,b,true,<=])(in3[b,a,false,<=])))
