// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Append depends on order.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])))

(induction [L,nil,cons])

// False: append(l, m) = append(m, l)
(conjecture append_commutative (>[l,m,c](in3[m,l,c,append])(in3[l,m,c,append])))
