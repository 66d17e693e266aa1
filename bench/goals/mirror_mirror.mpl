// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mirror image undoes itself.
(import "../../mpl/tree_functions.mpl")

(theory Goal[T,E,leaf,node,mirror]
  (&(trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])))

(induction [T,leaf,node])

// mirror(mirror(t)) = t
(conjecture mirror_mirror (>[t,c](in2[t,c,mirror])(in2[c,t,mirror])))
