// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtractions can be exchanged.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// (a - b) - c = (a - c) - b
(conjecture sub_exchange (>[a,b,c,d,f,g](&(in3[a,c,d,-])(in3[d,b,f,-])(in3[a,b,g,-]))(in3[g,c,f,-])))
