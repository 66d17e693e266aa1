// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists and functions on them, each by recursion, as definitions that theories
// choose from. L are the lists over E, N the natural numbers, B the truth values.
(import "function.mpl")

// Every list is nil or x : l, in one way.
(define lists[L,E,nil,cons]
  (&(in[nil,L])
    (fXYZ[cons,E,L,L])
    (>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))
    (>[x,l,y,m,z](&(in3[x,l,z,cons])(in3[y,m,z,cons]))(&(=[x,y])(=[l,m])))))

// nil ++ l = l and (x : l) ++ m = x : (l ++ m)
(define appending[append,L,nil,cons]
  (&(fXYZ[append,L,L,L])
    (>[l](in[l,L])(in3[nil,l,l,append]))
    (>[x,l,c,m,a,b](&(in3[x,l,c,cons])(in3[l,m,a,append])(in3[x,a,b,cons]))(in3[c,m,b,append]))))

// reverse(nil) = nil and reverse(x : l) = reverse(l) ++ (x : nil)
(define reversing[reverse,append,L,nil,cons]
  (&(fXY[reverse,L,L])
    (in2[nil,nil,reverse])
    (>[x,l,c,r,u,v](&(in3[x,l,c,cons])(in2[l,r,reverse])(in3[x,nil,u,cons])(in3[r,u,v,append]))(in2[c,v,reverse]))))

// length(nil) = 0 and length(x : l) = s(length(l))
(define lengthOfLists[length,L,nil,cons,N,i0,s]
  (&(fXY[length,L,N])
    (in2[nil,i0,length])
    (>[x,l,c,n,m](&(in3[x,l,c,cons])(in2[l,n,length])(in2[n,m,s]))(in2[c,m,length]))))

// The first n elements: take(0, l) = nil, take(n, nil) = nil, take(s(n), x : l) = x : take(n, l)
(define taking[take,L,nil,cons,N,i0,s]
  (&(fXYZ[take,N,L,L])
    (>[l](in[l,L])(in3[i0,l,nil,take]))
    (>[n](in[n,N])(in3[n,nil,nil,take]))
    (>[n,p,x,l,c,t,u](&(in2[n,p,s])(in3[x,l,c,cons])(in3[n,l,t,take])(in3[x,t,u,cons]))(in3[p,c,u,take]))))

// All but the first n elements: drop(0, l) = l, drop(n, nil) = nil, drop(s(n), x : l) = drop(n, l)
(define dropping[drop,L,nil,cons,N,i0,s]
  (&(fXYZ[drop,N,L,L])
    (>[l](in[l,L])(in3[i0,l,l,drop]))
    (>[n](in[n,N])(in3[n,nil,nil,drop]))
    (>[n,p,x,l,c,t](&(in2[n,p,s])(in3[x,l,c,cons])(in3[n,l,t,drop]))(in3[p,c,t,drop]))))

// How often y stands in a list: count(y, nil) = 0; count(y, x : l) is s(count(y, l)) if eq(y, x), else count(y, l).
(define counting[count,eq,E,L,nil,cons,N,i0,s,true,false]
  (&(fXYZ[count,E,L,N])
    (>[y](in[y,E])(in3[y,nil,i0,count]))
    (>[x,y,l,c,n,m](&(in3[x,l,c,cons])(in3[y,x,true,eq])(in3[y,l,n,count])(in2[n,m,s]))(in3[y,c,m,count]))
    (>[x,y,l,c,n](&(in3[x,l,c,cons])(in3[y,x,false,eq])(in3[y,l,n,count]))(in3[y,c,n,count]))))

// Whether y stands in a list: member(y, nil) = false; member(y, x : l) is true if eq(y, x), else member(y, l).
(define membership[member,eq,E,L,nil,cons,B,true,false]
  (&(fXYZ[member,E,L,B])
    (>[y](in[y,E])(in3[y,nil,false,member]))
    (>[x,y,l,c](&(in3[x,l,c,cons])(in3[y,x,true,eq]))(in3[y,c,true,member]))
    (>[x,y,l,c,b](&(in3[x,l,c,cons])(in3[y,x,false,eq])(in3[y,l,b,member]))(in3[y,c,b,member]))))

// Insertion of y before the first element that is not smaller:
// insert(y, nil) = y : nil; insert(y, x : l) is y : (x : l) if y <= x, else x : insert(y, l).
(define inserting[insert,<=,E,L,nil,cons,true,false]
  (&(fXYZ[insert,E,L,L])
    (>[y,u](in3[y,nil,u,cons])(in3[y,nil,u,insert]))
    (>[x,y,l,c,d](&(in3[x,l,c,cons])(in3[y,x,true,<=])(in3[y,c,d,cons]))(in3[y,c,d,insert]))
    (>[x,y,l,c,i,d](&(in3[x,l,c,cons])(in3[y,x,false,<=])(in3[y,l,i,insert])(in3[x,i,d,cons]))(in3[y,c,d,insert]))))

// Insertion sort: sort(nil) = nil and sort(x : l) = insert(x, sort(l))
(define sorting[sort,insert,L,nil,cons]
  (&(fXY[sort,L,L])
    (in2[nil,nil,sort])
    (>[x,l,c,t,u](&(in3[x,l,c,cons])(in2[l,t,sort])(in3[x,t,u,insert]))(in2[c,u,sort]))))

// Whether the elements of a list ascend: sorted(nil) = true, sorted(x : nil) = true;
// sorted(x : (y : l)) is sorted(y : l) if x <= y, else false.
(define ascending[sorted,<=,L,nil,cons,B,true,false]
  (&(fXY[sorted,L,B])
    (in2[nil,true,sorted])
    (>[x,u](in3[x,nil,u,cons])(in2[u,true,sorted]))
    (>[x,y,l,c,d,b](&(in3[y,l,c,cons])(in3[x,c,d,cons])(in3[x,y,true,<=])(in2[c,b,sorted]))(in2[d,b,sorted]))
    (>[x,y,l,c,d](&(in3[y,l,c,cons])(in3[x,c,d,cons])(in3[x,y,false,<=]))(in2[d,false,sorted]))))

// The sum of a list of numbers: total(nil) = 0 and total(x : l) = x + total(l)
(define totalling[total,+,L,N,nil,cons,i0]
  (&(fXY[total,L,N])
    (in2[nil,i0,total])
    (>[x,l,c,n,m](&(in3[x,l,c,cons])(in2[l,n,total])(in3[x,n,m,+]))(in2[c,m,total]))))
