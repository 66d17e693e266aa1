// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The other part may be what counts.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,+,<=]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// False: (a <= b + c) = true -> (a <= b) = true
(conjecture le_of_sums (>[a,b,c,d](&(in3[b,c,d,+])(in3[a,d,true,<=]))(in3[a,b,true,<=])))
