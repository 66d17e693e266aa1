// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists over E: append, reverse and length.
(import "natural.mpl")
(import "list_functions.mpl")

(theory Lists[L,E,nil,cons,append,reverse,length,N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// reverse(reverse(l)) = l
(conjecture reverse_reverse (>[l,r](in2[l,r,reverse])(in2[r,l,reverse])))
// reverse(l ++ m) = reverse(m) ++ reverse(l)
(conjecture reverse_append (>[l,m,a,r,u,v](&(in3[l,m,a,append])(in2[a,r,reverse])(in2[l,u,reverse])(in2[m,v,reverse]))(in3[v,u,r,append])))
// length(reverse(l)) = length(l)
(conjecture length_reverse (>[l,r,n](&(in2[l,r,reverse])(in2[l,n,length]))(in2[r,n,length])))
// length(l ++ m) = length(l) + length(m)
(conjecture length_append (>[l,m,a,i,j,k](&(in3[l,m,a,append])(in2[l,i,length])(in2[m,j,length])(in2[a,k,length]))(in3[i,j,k,+])))
// l ++ nil = l
(conjecture append_nil (>[l](in[l,L])(in3[l,nil,l,append])))
// (k ++ l) ++ m = k ++ (l ++ m)
(conjecture append_associative (>[k,l,m,a,b,c](&(in3[k,l,a,append])(in3[a,m,b,append])(in3[l,m,c,append]))(in3[k,c,b,append])))
// 0 + a = a
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))
// s(a) + b = s(a + b)
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))

// False: l ++ m = m ++ l
(conjecture append_commutative (>[l,m,a](in3[l,m,a,append])(in3[m,l,a,append])))
// False: reverse(l) = l
(conjecture reverse_identity (>[l](in[l,L])(in2[l,l,reverse])))
