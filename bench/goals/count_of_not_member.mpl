// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is no member is not counted.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,eq,count,member]
  (&(NaturalNumbers[N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])
    (membership[member,eq,N,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// member(a, l) = false -> count(a, l) = 0
(conjecture count_of_not_member (>[a,l](in3[a,l,false,member])(in3[a,l,i0,count])))
