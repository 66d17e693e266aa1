// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order of the numbers as a relation given by clauses. No function says
// whether it holds; the program finds the laws.
(import "arithmetic.mpl")

(theory OrderRelation[N,i0,s,<=]
  (&(NaturalNumbers[N,i0,s])
    (orderRelation[<=,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,<=] (size 3) (variables 3) (premises 2))
