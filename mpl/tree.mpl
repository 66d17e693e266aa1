// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Binary trees with elements of E at the inner nodes: mirror image and size.
(import "natural.mpl")

(theory Trees[T,E,leaf,node,mirror,size,N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (in[leaf,T])
    (fXYZW[node,T,E,T,T])
    (>[l,x,r](&(in[l,T])(in[x,E])(in[r,T]))!(in4[l,x,r,leaf,node]))
    (>[k,x,l,m,y,n,t](&(in4[k,x,l,t,node])(in4[m,y,n,t,node]))(&(=[k,m])(=[x,y])(=[l,n])))

    // mirror(leaf) = leaf and mirror(node(l,x,r)) = node(mirror(r),x,mirror(l))
    (fXY[mirror,T,T])
    (in2[leaf,leaf,mirror])
    (>[l,x,r,t,u,v,w](&(in4[l,x,r,t,node])(in2[l,u,mirror])(in2[r,v,mirror])(in4[v,x,u,w,node]))(in2[t,w,mirror]))

    // size(leaf) = 0 and size(node(l,x,r)) = s(size(l) + size(r))
    (fXY[size,T,N])
    (in2[leaf,i0,size])
    (>[l,x,r,t,i,j,k,n](&(in4[l,x,r,t,node])(in2[l,i,size])(in2[r,j,size])(in3[i,j,k,+])(in2[k,n,s]))(in2[t,n,size]))))

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
