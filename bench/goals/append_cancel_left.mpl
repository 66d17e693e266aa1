// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands in front on both sides can be left out.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])))

(induction [L,nil,cons])

// append(l, k) = append(l, m) -> k = m
(conjecture append_cancel_left (>[l,k,m,c](&(in3[l,m,c,append])(in3[l,k,c,append]))(=[k,m])))
