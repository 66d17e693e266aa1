// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The negation of a conjunction.
(import "../../mpl/bool.mpl")

(theory Goal[B,true,false,and,or,not]
  (&(truthValues[B,true,false])
    (conjunction[and,B,true,false])
    (disjunction[or,B,true,false])
    (complement[not,B,true,false])))

(induction [B,true,false])

// not(and(p, q)) = or(not(p), not(q))
(conjecture de_morgan (>[p,q,c,d,f,g](&(in2[p,c,not])(in2[q,d,not])(in3[c,d,f,or])(in3[p,q,g,and]))(in2[g,f,not])))
