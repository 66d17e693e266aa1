// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only empty lists append to the empty list.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])))

(induction [L,nil,cons])

// append(l, m) = nil -> l = nil
(conjecture append_is_nil (>[l,m](in3[l,m,nil,append])(=[l,nil])))
