// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// There is one leaf more than inner nodes.
(import "../../mpl/natural.mpl")
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,N,i0,s,+,size,leaves]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (trees[T,E,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])
    (leavesOfTrees[leaves,T,leaf,node,N,i0,s,+])))

(induction [T,leaf,node])
(induction [N,i0,s])

// leaves(t) = s(size(t))
(conjecture leaves_size (>[t,c,d](&(in2[t,c,size])(in2[c,d,s]))(in2[t,d,leaves])))
