// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Different lists have different reversals.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append,reverse]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])))

(induction [L,nil,cons])

// reverse(l) = reverse(m) -> l = m
(conjecture reverse_injective (>[l,m,c](&(in2[m,c,reverse])(in2[l,c,reverse]))(=[l,m])))
