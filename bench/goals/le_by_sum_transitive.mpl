// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order that addition defines is transitive.
(import "../../mpl/natural_order.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// le(a, b) and le(b, c) -> le(a, c)
(conjecture le_by_sum_transitive (>[a,b,c](&(le[a,b,N,+])(le[b,c,N,+]))(le[a,c,N,+])))
