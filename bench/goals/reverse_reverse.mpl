// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reversal undoes itself.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append,reverse]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])))

(induction [L,nil,cons])

// reverse(reverse(l)) = l
(conjecture reverse_reverse (>[l,c](in2[l,c,reverse])(in2[c,l,reverse])))
