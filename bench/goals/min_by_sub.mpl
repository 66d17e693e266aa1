// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum by subtraction.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-,min]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])
    (minimum[min,N,i0,s])))

(induction [N,i0,s])

// a - (a - b) = min(a, b)
(conjecture min_by_sub (>[a,b,c,d](&(in3[a,b,c,min])(in3[a,b,d,-]))(in3[a,d,c,-])))
