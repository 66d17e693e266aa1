// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mirror image keeps the height.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,N,i0,s,max,mirror,height]
  (&(NaturalNumbers[N,i0,s])
    (maximum[max,N,i0,s])
    (trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])
    (heightOfTrees[height,T,leaf,node,N,i0,s,max])))

(induction [T,leaf,node])
(induction [N,i0,s])

// height(mirror(t)) = height(t)
(conjecture height_mirror (>[t,c,d](&(in2[t,c,height])(in2[t,d,mirror]))(in2[d,c,height])))
