// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists over a set E of which nothing is known: counting, membership and removal,
// each by cases on whether two elements are equal.
(import "natural.mpl")

(theory Counting[L,E,nil,cons,append,count,remove,B,false,true,member,N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (in[nil,L])
    (fXYZ[cons,E,L,L])
    (>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))
    (>[x,l,y,m,z](&(in3[x,l,z,cons])(in3[y,m,z,cons]))(&(=[x,y])(=[l,m])))
    (in[false,B])
    (in[true,B])
    !(=[false,true])

    // nil ++ l = l and (x : l) ++ m = x : (l ++ m)
    (fXYZ[append,L,L,L])
    (>[l](in[l,L])(in3[nil,l,l,append]))
    (>[x,l,c,m,a,b](&(in3[x,l,c,cons])(in3[l,m,a,append])(in3[x,a,b,cons]))(in3[c,m,b,append]))

    // count(x, nil) = 0, count(x, x : l) = s(count(x, l)), and count(x, y : l) = count(x, l) if x != y
    (fXYZ[count,E,L,N])
    (>[x](in[x,E])(in3[x,nil,i0,count]))
    (>[x,l,c,n,m](&(in3[x,l,c,cons])(in3[x,l,n,count])(in2[n,m,s]))(in3[x,c,m,count]))
    (>[x,y,l,c,n](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,n,count]))(in3[x,c,n,count]))

    // remove(x, nil) = nil, remove(x, x : l) = remove(x, l), and remove(x, y : l) = y : remove(x, l) if x != y
    (fXYZ[remove,E,L,L])
    (>[x](in[x,E])(in3[x,nil,nil,remove]))
    (>[x,l,c,r](&(in3[x,l,c,cons])(in3[x,l,r,remove]))(in3[x,c,r,remove]))
    (>[x,y,l,c,r,d](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,r,remove])(in3[y,r,d,cons]))(in3[x,c,d,remove]))

    // member(x, nil) = false, member(x, x : l) = true, and member(x, y : l) = member(x, l) if x != y
    (fXYZ[member,E,L,B])
    (>[x](in[x,E])(in3[x,nil,false,member]))
    (>[x,l,c](in3[x,l,c,cons])(in3[x,c,true,member]))
    (>[x,y,l,c,b](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,b,member]))(in3[x,c,b,member]))))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,false,true])

// 0 + a = a
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))
// s(a) + b = s(a + b)
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
// count(x, l ++ m) = count(x, l) + count(x, m)
(conjecture count_append (>[x,l,m,a,i,j,k](&(in3[l,m,a,append])(in3[x,l,i,count])(in3[x,m,j,count])(in3[x,a,k,count]))(in3[i,j,k,+])))
// count(x, remove(x, l)) = 0
(conjecture count_removed (>[x,l,r](in3[x,l,r,remove])(in3[x,r,i0,count])))
// count(y, remove(x, l)) = count(y, l) if x != y
(conjecture count_others (>[x,y,l,r,n](&!(=[x,y])(in3[x,l,r,remove])(in3[y,l,n,count]))(in3[y,r,n,count])))
// remove(x, l ++ m) = remove(x, l) ++ remove(x, m)
(conjecture remove_append (>[x,l,m,a,r,u,v](&(in3[l,m,a,append])(in3[x,a,r,remove])(in3[x,l,u,remove])(in3[x,m,v,remove]))(in3[u,v,r,append])))
// remove(x, remove(x, l)) = remove(x, l)
(conjecture remove_twice (>[x,l,r](in3[x,l,r,remove])(in3[x,r,r,remove])))
// remove(x, remove(y, l)) = remove(y, remove(x, l))
(conjecture remove_commutes (>[x,y,l,u,v,w](&(in3[y,l,u,remove])(in3[x,u,v,remove])(in3[x,l,w,remove]))(in3[y,w,v,remove])))
// member(x, remove(x, l)) = false
(conjecture removed_is_no_member (>[x,l,r](in3[x,l,r,remove])(in3[x,r,false,member])))
// If x is a member of l, it is one of l ++ m.
(conjecture member_append_left (>[x,l,m,a](&(in3[l,m,a,append])(in3[x,l,true,member]))(in3[x,a,true,member])))
// If x is a member of m, it is one of l ++ m.
(conjecture member_append_right (>[x,l,m,a](&(in3[l,m,a,append])(in3[x,m,true,member]))(in3[x,a,true,member])))
// If member(x, l) is not true, count(x, l) = 0.
(conjecture count_of_no_member (>[x,l](&(in[x,E])(in[l,L])!(in3[x,l,true,member]))(in3[x,l,i0,count])))
// If count(x, l) != 0, x is a member of l.
(conjecture counted_is_member (>[x,l,n](&(in3[x,l,n,count])!(=[n,i0]))(in3[x,l,true,member])))
// If x is no member of l, remove(x, l) = l.
(conjecture remove_no_member (>[x,l](&(in[x,E])(in[l,L])!(in3[x,l,true,member]))(in3[x,l,l,remove])))
// x is a member of l or is none.
(conjecture member_or_not (>[x,l](&(in[x,E])(in[l,L]))!(&!(in3[x,l,true,member])!(in3[x,l,false,member]))))

// False: count(x, y : l) = count(x, l)
(conjecture count_ignores_head (>[x,y,l,c,n](&(in3[y,l,c,cons])(in3[x,l,n,count]))(in3[x,c,n,count])))
// False: remove(x, l) = l
(conjecture remove_nothing (>[x,l](&(in[x,E])(in[l,L]))(in3[x,l,l,remove])))
// False: if x != y, one of them is no member of l
(conjecture one_is_no_member (>[x,y,l](&!(=[x,y])(in[x,E])(in[y,E])(in[l,L])!(in3[x,l,false,member]))(in3[y,l,false,member])))
