// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists with append, reverse and length, from their definitions alone; the program
// finds the laws.
(import "list.mpl")

(theory ListAxioms[L,E,nil,cons,append,reverse,length,N,i0,s,+]
  (Lists[L,E,nil,cons,append,reverse,length,N,i0,s,+]))

(induction [L,nil,cons])
(induction [N,i0,s])

(explore laws[nil,cons,append,reverse,length,i0,s,+] (size 3) (variables 3))
