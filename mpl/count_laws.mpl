// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How often a number stands in a list, from the definition alone; the program finds
// the laws.
(import "arithmetic.mpl")
(import "bool.mpl")
(import "list_functions.mpl")

(theory Counting[L,nil,cons,append,count,N,i0,s,+,eq,B,true,false]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (truthValues[B,true,false])
    (equalityTest[eq,N,i0,s,B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

(explore laws[nil,append,count,i0,s,+] (size 3) (variables 3))
