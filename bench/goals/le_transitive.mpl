// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order is transitive.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")

(theory Goal[N,i0,s,B,true,false,<=]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

// (a <= b) = true and (b <= c) = true -> (a <= c) = true
(conjecture le_transitive (>[a,b,c](&(in3[a,b,true,<=])(in3[b,c,true,<=]))(in3[a,c,true,<=])))
