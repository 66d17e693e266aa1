// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The list of the elements is as long as the tree is large.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[L,E,nil,cons,T,leaf,node,N,i0,s,+,append,length,size,flatten]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (trees[T,E,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])
    (flattening[flatten,T,leaf,node,L,nil,cons,append])))

(induction [L,nil,cons])
(induction [T,leaf,node])
(induction [N,i0,s])

// length(flatten(t)) = size(t)
(conjecture length_flatten (>[t,c,d](&(in2[t,c,size])(in2[t,d,flatten]))(in2[d,c,length])))
