// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum does not depend on order.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,min]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])))

(induction [N,i0,s])

// min(a, b) = min(b, a)
(conjecture min_commutative (>[a,b,c](in3[b,a,c,min])(in3[a,b,c,min])))
