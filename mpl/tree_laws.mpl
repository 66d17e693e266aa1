// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Binary trees with mirror image, size, height and the list of their elements, from
// the definitions alone; the program finds the laws.
(import "arithmetic.mpl")
(import "list_functions.mpl")
(import "tree_functions.mpl")

(theory TreeAxioms[T,E,leaf,node,mirror,size,height,flatten,L,nil,cons,append,reverse,length,N,i0,s,+,max]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (maximum[max,N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])
    (heightOfTrees[height,T,leaf,node,N,i0,s,max])
    (flattening[flatten,T,leaf,node,L,nil,cons,append])))

(induction [T,leaf,node])
(induction [L,nil,cons])
(induction [N,i0,s])

(explore laws[leaf,mirror,size,height,flatten,nil,append,reverse,length,i0,s,+,max] (size 3) (variables 3))
