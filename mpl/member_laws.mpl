// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a number stands in a list, from the definition alone; the program finds
// the laws.
(import "arithmetic.mpl")
(import "bool.mpl")
(import "list_functions.mpl")

(theory Membership[L,nil,cons,append,reverse,member,N,i0,s,eq,B,true,false,or]
  (&(NaturalNumbers[N,i0,s])
    (truthValues[B,true,false])
    (disjunction[or,B,true,false])
    (equalityTest[eq,N,i0,s,B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (membership[member,eq,N,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

(explore laws[nil,cons,append,reverse,member,true,false,or] (size 3) (variables 3))
