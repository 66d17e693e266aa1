// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The member may be dropped.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,eq,drop,member]
  (&(NaturalNumbers[N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (dropping[drop,L,nil,cons,N,i0,s])
    (membership[member,eq,N,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// False: member(a, drop(n, l)) = member(a, l)
(conjecture member_drop (>[a,n,l,c,d](&(in3[a,l,c,member])(in3[n,l,d,drop]))(in3[a,d,c,member])))
