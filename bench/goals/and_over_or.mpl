// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conjunction distributes over disjunction.
(import "../../mpl/bool.mpl")

(theory Goal[B,true,false,and,or]
  (&(truthValues[B,true,false])
    (conjunction[and,B,true,false])
    (disjunction[or,B,true,false])))

(induction [B,true,false])

// and(p, or(q, r)) = or(and(p, q), and(p, r))
(conjecture and_over_or (>[p,q,r,c,d,f,g](&(in3[p,q,c,and])(in3[p,r,d,and])(in3[c,d,f,or])(in3[q,r,g,or]))(in3[p,g,f,and])))
