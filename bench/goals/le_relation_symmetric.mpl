// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order as a relation is not symmetric.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,<=]
  (&(NaturalNumbers[N,i0,s])
    (orderRelation[<=,N,i0,s])))

(induction [N,i0,s])

// False: (a <= b) -> (b <= a)
(conjecture le_relation_symmetric (>[a,b](in2[a,b,<=])(in2[b,a,<=])))
