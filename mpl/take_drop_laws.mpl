// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first elements of a list and the others, from their definitions alone; the
// program finds the laws.
(import "arithmetic.mpl")
(import "list_functions.mpl")

(theory TakeDrop[L,E,nil,cons,append,length,take,drop,N,i0,s]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (taking[take,L,nil,cons,N,i0,s])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

(explore laws[nil,append,length,take,drop,i0] (size 3) (variables 3))
