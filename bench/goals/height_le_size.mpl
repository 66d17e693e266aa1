// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tree is at most as high as it is large.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,N,i0,s,B,true,false,+,max,<=,size,height]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (maximum[max,N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (trees[T,E,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])
    (heightOfTrees[height,T,leaf,node,N,i0,s,max])))

(induction [T,leaf,node])
(induction [N,i0,s])
(induction [B,true,false])

// (height(t) <= size(t)) = true
(conjecture height_le_size (>[t,c,d](&(in2[t,c,height])(in2[t,d,size]))(in3[c,d,true,<=])))
