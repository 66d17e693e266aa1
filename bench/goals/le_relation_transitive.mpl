// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order as a relation is transitive.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,<=]
  (&(NaturalNumbers[N,i0,s])
    (orderRelation[<=,N,i0,s])))

(induction [N,i0,s])

// (a <= b) and (b <= c) -> (a <= c)
(conjecture le_relation_transitive (>[a,b,c](&(in2[a,b,<=])(in2[b,c,<=]))(in2[a,c,<=])))
