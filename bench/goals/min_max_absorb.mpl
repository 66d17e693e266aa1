// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum absorbs maximum.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,min,max]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// min(a, max(a, b)) = a
(conjecture min_max_absorb (>[a,b,c](in3[a,b,c,max])(in3[a,c,a,min])))
