// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Binary trees with elements of E at the inner nodes: mirror image and size.
(import "natural.mpl")
(import "tree_functions.mpl")

(theory Trees[T,E,leaf,node,mirror,size,N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (trees[T,E,leaf,node])
    (mirroring[mirror,T,leaf,node])
    (sizeOfTrees[size,T,leaf,node,N,i0,s,+])))

(induction [T,leaf,node])
(induction [N,i0,s])

// size(mirror(t)) = size(t)
(conjecture size_mirror (>[t,u,n](&(in2[t,u,mirror])(in2[t,n,size]))(in2[u,n,size])))
// mirror(mirror(t)) = t
(conjecture mirror_mirror (>[t,u](in2[t,u,mirror])(in2[u,t,mirror])))
// a + b = b + a
(conjecture add_commutative (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
// (a + b) + c = a + (b + c)
(conjecture add_associative (>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))(in3[a,f,e,+])))
// s(a) + b = s(a + b)
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
// 0 + a = a
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))

// False: mirror(t) = t
(conjecture mirror_identity (>[t](in[t,T])(in2[t,t,mirror])))
