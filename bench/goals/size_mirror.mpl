// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mirror image keeps the size.
(import "../../mpl/natural.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,N,i0,s,+,mirror,size]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])))

(induction [T,leaf,node])
(induction [N,i0,s])

// size(mirror(t)) = size(t)
(conjecture size_mirror (>[t,c,d](&(in2[t,c,size])(in2[t,d,mirror]))(in2[d,c,size])))
