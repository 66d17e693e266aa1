// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Trees of different shape may have the same elements.
(import "../../mpl/list_functions.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[L,E,nil,cons,T,leaf,node,append,flatten]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (trees[T,E,leaf,node])
    (flattening[flatten,T,leaf,node,L,nil,cons,append])))

(induction [L,nil,cons])
(induction [T,leaf,node])

// False: flatten(t) = flatten(u) -> t = u
(conjecture flatten_injective (>[t,u,c](&(in2[u,c,flatten])(in2[t,c,flatten]))(=[t,u])))
