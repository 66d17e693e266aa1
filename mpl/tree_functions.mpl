// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Binary trees with elements of E at the inner nodes, and functions on them, each
// by recursion, as definitions that theories choose from.
(import "function.mpl")

// Every tree is leaf or node(l, x, r), in one way.
(define trees[T,E,leaf,node]
  (&(in[leaf,T])
    (fXYZW[node,T,E,T,T])
    (>[l,x,r](&(in[l,T])(in[x,E])(in[r,T]))!(in4[l,x,r,leaf,node]))
    (>[k,x,l,m,y,n,t](&(in4[k,x,l,t,node])(in4[m,y,n,t,node]))(&(=[k,m])(=[x,y])(=[l,n])))))

// mirror(leaf) = leaf and mirror(node(l,x,r)) = node(mirror(r),x,mirror(l))
(define mirroring[mirror,T,leaf,node]
  (&(fXY[mirror,T,T])
    (in2[leaf,leaf,mirror])
    (>[l,x,r,t,u,v,w](&(in4[l,x,r,t,node])(in2[l,u,mirror])(in2[r,v,mirror])(in4[v,x,u,w,node]))(in2[t,w,mirror]))))

// The number of inner nodes: size(leaf) = 0 and size(node(l,x,r)) = s(size(l) + size(r))
(define sizeOfTrees[size,T,leaf,node,N,i0,s,+]
  (&(fXY[size,T,N])
    (in2[leaf,i0,size])
    (>[l,x,r,t,i,j,k,n](&(in4[l,x,r,t,node])(in2[l,i,size])(in2[r,j,size])(in3[i,j,k,+])(in2[k,n,s]))(in2[t,n,size]))))

// The number of leaves: leaves(leaf) = s(0) and leaves(node(l,x,r)) = leaves(l) + leaves(r)
(define leavesOfTrees[leaves,T,leaf,node,N,i0,s,+]
  (&(fXY[leaves,T,N])
    (>[n](in2[i0,n,s])(in2[leaf,n,leaves]))
    (>[l,x,r,t,i,j,k](&(in4[l,x,r,t,node])(in2[l,i,leaves])(in2[r,j,leaves])(in3[i,j,k,+]))(in2[t,k,leaves]))))

// height(leaf) = 0 and height(node(l,x,r)) = s(max(height(l), height(r)))
(define heightOfTrees[height,T,leaf,node,N,i0,s,max]
  (&(fXY[height,T,N])
    (in2[leaf,i0,height])
    (>[l,x,r,t,i,j,k,n](&(in4[l,x,r,t,node])(in2[l,i,height])(in2[r,j,height])(in3[i,j,k,max])(in2[k,n,s]))(in2[t,n,height]))))

// The elements from left to right: flatten(leaf) = nil and flatten(node(l,x,r)) = flatten(l) ++ (x : flatten(r))
(define flattening[flatten,T,leaf,node,L,nil,cons,append]
  (&(fXY[flatten,T,L])
    (in2[leaf,nil,flatten])
    (>[l,x,r,t,u,v,w,f](&(in4[l,x,r,t,node])(in2[l,u,flatten])(in2[r,v,flatten])(in3[x,v,w,cons])(in3[u,w,f,append]))(in2[t,f,flatten]))))
