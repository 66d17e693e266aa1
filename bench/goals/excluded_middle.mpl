// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A value or its negation.
(import "../../mpl/bool.mpl")

(theory Goal[B,true,false,or,not]
  (&(truthValues[B,true,false])
    (disjunction[or,B,true,false])
    (complement[not,B,true,false])))

(induction [B,true,false])

// or(p, not(p)) = true
(conjecture excluded_middle (>[p,c](in2[p,c,not])(in3[p,c,true,or])))
