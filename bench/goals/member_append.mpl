// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Members of a list in two parts.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,eq,or,append,member]
  (&(NaturalNumbers[N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (disjunction[or,B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (membership[member,eq,N,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// member(a, append(l, m)) = or(member(a, l), member(a, m))
(conjecture member_append (>[a,l,m,c,d,f,g](&(in3[a,l,c,member])(in3[a,m,d,member])(in3[c,d,f,or])(in3[l,m,g,append]))(in3[a,g,f,member])))
