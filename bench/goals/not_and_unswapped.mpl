// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The negation of a conjunction is a disjunction.
(import "../../mpl/bool.mpl")

(theory Goal[B,true,false,and,not]
  (&(truthValues[B,true,false])
    (conjunction[and,B,true,false])
    (complement[not,B,true,false])))

(induction [B,true,false])

// False: not(and(p, q)) = and(not(p), not(q))
(conjecture not_and_unswapped (>[p,q,c,d,f,g](&(in2[p,c,not])(in2[q,d,not])(in3[c,d,f,and])(in3[p,q,g,and]))(in2[g,f,not])))
