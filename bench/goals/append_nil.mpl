// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The empty list at the end.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])))

(induction [L,nil,cons])

// append(l, nil) = l
(conjecture append_nil (>[l](in[l,L])(in3[l,nil,l,append])))
