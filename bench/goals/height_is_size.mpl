// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tree may branch.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,N,i0,s,+,max,size,height]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (maximum[max,N,i0,s])
    (trees[T,E,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])
    (heightOfTrees[height,T,leaf,node,N,i0,s,max])))

(induction [T,leaf,node])
(induction [N,i0,s])

// False: height(t) = size(t)
(conjecture height_is_size (>[t,c](in2[t,c,size])(in2[t,c,height])))
