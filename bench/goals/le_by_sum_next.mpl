// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The numbers may be one apart.
(import "../../mpl/natural_order.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// False: le(a, s(b)) -> le(a, b)
(conjecture le_by_sum_next (>[a,b,c](&(in2[b,c,s])(le[a,c,N,+]))(le[a,b,N,+])))
