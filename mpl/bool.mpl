// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two truth values; and, or and not by their tables.
(import "function.mpl")

(define truthValues[B,true,false]
  (&(in[true,B])(in[false,B])!(=[true,false])))

(define conjunction[and,B,true,false]
  (&(fXYZ[and,B,B,B])
    (in3[true,true,true,and])(in3[true,false,false,and])(in3[false,true,false,and])(in3[false,false,false,and])))

(define disjunction[or,B,true,false]
  (&(fXYZ[or,B,B,B])
    (in3[true,true,true,or])(in3[true,false,true,or])(in3[false,true,true,or])(in3[false,false,false,or])))

(define complement[not,B,true,false]
  (&(fXY[not,B,B])(in2[true,false,not])(in2[false,true,not])))

(theory Booleans[B,true,false,and,or,not]
  (&(truthValues[B,true,false])
    (conjunction[and,B,true,false])
    (disjunction[or,B,true,false])
    (complement[not,B,true,false])))

(induction [B,true,false])

// not(a and b) = not(a) or not(b)
(conjecture de_morgan_and (>[a,b,c,d,p,q](&(in3[a,b,c,and])(in2[c,d,not])(in2[a,p,not])(in2[b,q,not]))(in3[p,q,d,or])))
// not(a or b) = not(a) and not(b)
(conjecture de_morgan_or (>[a,b,c,d,p,q](&(in3[a,b,c,or])(in2[c,d,not])(in2[a,p,not])(in2[b,q,not]))(in3[p,q,d,and])))
// not(not(a)) = a
(conjecture double_negation (>[a,b](in2[a,b,not])(in2[b,a,not])))
(conjecture excluded_middle (>[a,b](in2[a,b,not])(in3[a,b,true,or])))
(conjecture non_contradiction (>[a,b](in2[a,b,not])(in3[a,b,false,and])))
(conjecture and_commutative (>[a,b,c](in3[a,b,c,and])(in3[b,a,c,and])))
(conjecture or_commutative (>[a,b,c](in3[a,b,c,or])(in3[b,a,c,or])))
(conjecture and_associative (>[a,b,c,d,e,f](&(in3[a,b,d,and])(in3[d,c,e,and])(in3[b,c,f,and]))(in3[a,f,e,and])))
(conjecture or_associative (>[a,b,c,d,e,f](&(in3[a,b,d,or])(in3[d,c,e,or])(in3[b,c,f,or]))(in3[a,f,e,or])))
(conjecture and_idempotent (>[a](in[a,B])(in3[a,a,a,and])))
(conjecture or_idempotent (>[a](in[a,B])(in3[a,a,a,or])))
// a and (a or b) = a
(conjecture absorption (>[a,b,c](in3[a,b,c,or])(in3[a,c,a,and])))
// a and (b or c) = (a and b) or (a and c)
(conjecture and_over_or (>[a,b,c,d,e,f,g](&(in3[b,c,d,or])(in3[a,d,e,and])(in3[a,b,f,and])(in3[a,c,g,and]))(in3[f,g,e,or])))
// A value is not its own negation.
(conjecture not_has_no_fixed_point (>[a](in[a,B])!(in2[a,a,not])))

// False: a and b = a or b
(conjecture and_is_or (>[a,b,c](in3[a,b,c,and])(in3[a,b,c,or])))
// False: a or b = a
(conjecture or_is_left (>[a,b,c](in3[a,b,c,or])(=[c,a])))
