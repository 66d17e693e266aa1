// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mirror image reverses the list of the elements.
(import "../../mpl/list_functions.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[L,E,nil,cons,T,leaf,node,append,reverse,mirror,flatten]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])
    (flattening[flatten,T,leaf,node,L,nil,cons,append])))

(induction [L,nil,cons])
(induction [T,leaf,node])

// flatten(mirror(t)) = reverse(flatten(t))
(conjecture flatten_mirror (>[t,c,d,f](&(in2[t,c,flatten])(in2[c,d,reverse])(in2[t,f,mirror]))(in2[f,d,flatten])))
