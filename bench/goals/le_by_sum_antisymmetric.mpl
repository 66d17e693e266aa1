// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order that addition defines is antisymmetric.
(import "../../mpl/natural_order.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// le(a, b) and le(b, a) -> a = b
(conjecture le_by_sum_antisymmetric (>[a,b](&(le[a,b,N,+])(le[b,a,N,+]))(=[a,b])))
