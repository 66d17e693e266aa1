// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Negated premises of axioms, assumptions, definitions and conjectures, and
// disjunctions: what follows is proved, what does not stays open, and each proof
// is accepted.
// RUN: rm -rf %t && mkdir %t && %mplc %s -o %t/negation
// RUN: not %t/negation --out %t/out | FileCheck %s
// RUN: %mpl-verify %s %t/out | FileCheck %s --check-prefix=VERIFY
// RUN: FileCheck %s --check-prefix=PROOF < %t/out/proofs/excluded.proof
// VERIFY: 20 accepted, 0 rejected

(define below[x,y,R,S] !(>[z](&(in[z,S])(in2[x,z,R]))!(in2[z,y,R])))
(define strictly[x,y,R] (&(in2[x,y,R])!(=[x,y])))
(theory Negation[S,T,R,Q,c,d,f]
  (&(in[c,S])(in[d,S])
    (>[x](in[x,T])(in[x,S]))
    (>[x,y](in2[x,y,R])(&(in[x,S])(in[y,S])))
    (>[x,y](in2[x,y,Q])(&(in[x,S])(in[y,S])))
    (>[x,y](&(in2[x,y,R])(in2[y,x,R]))(=[x,y]))
    (>[x](in[x,S])!(>[y](in[y,S])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,S])(in[y,S])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))
    (>[x,y](&(in2[x,y,R])!(in[x,T]))(in2[x,y,Q]))
    (>[x,y](strictly[x,y,R])(in2[x,y,Q]))))
// Used both ways: R(x,y) and Q(y,x) exclude each other.
(assume exclusive (>[x,y](in2[x,y,R])!(in2[y,x,Q])))
// A disjunction.
(assume either (>[x](in[x,S])!(&!(in[x,T])!(in2[x,c,Q]))))

// CHECK-DAG: proved{{ +}}not_related 
(conjecture not_related (>[x,y](&(in2[x,y,R])!(=[x,y]))!(in2[y,x,R])))
// CHECK-DAG: proved{{ +}}apart 
(conjecture apart (>[x,y](&(in2[x,y,R])(in[y,S])!(in2[y,x,R]))!(=[x,y])))
// CHECK-DAG: proved{{ +}}not_in 
(conjecture not_in (>[x](&(in[x,S])!(in[x,S]))(=[x,c])))
// CHECK-DAG: proved{{ +}}part 
(conjecture part (>[x](&(in[x,S])!(in[x,T]))(in2[x,c,Q])))
// CHECK-DAG: proved{{ +}}excluded 
(conjecture excluded (>[x](&(in[x,S])(in2[c,x,R]))(in[x,T])))
// CHECK-DAG: proved{{ +}}other_value 
(conjecture other_value (>[x,y,z](&(in2[x,y,f])!(in2[x,z,f])(in[z,S]))!(=[y,z])))
// CHECK-DAG: proved{{ +}}same_value 
(conjecture same_value (>[x,y,z](&(in2[x,y,f])(in[z,S])!(=[y,z]))!(in2[x,z,f])))
// CHECK-DAG: proved{{ +}}different_inputs 
(conjecture different_inputs (>[x,y,u,v](&(in2[x,u,f])(in2[y,v,f])!(=[u,v]))!(=[x,y])))
// CHECK-DAG: proved{{ +}}symmetric 
(conjecture symmetric (>[x,y](&(in[x,S])(in[y,S])!(=[x,y]))!(=[y,x])))
// CHECK-DAG: proved{{ +}}double 
(conjecture double (>[x,y](&(in2[x,y,R])!!(in2[y,x,R]))!!(=[x,y])))
// CHECK-DAG: proved{{ +}}not_below 
(conjecture not_below (>[x,y,z](&(in[x,S])(in[y,S])!(below[x,y,R,S])(in2[x,z,R]))!(in2[z,y,R])))
// A definition with a negated part is folded where a rule wants it, and proved
// part by part where a statement claims it.
// CHECK-DAG: proved{{ +}}strictly_used
(conjecture strictly_used (>[x,y](&(in2[x,y,R])!(=[x,y]))(in2[x,y,Q])))
// CHECK-DAG: proved{{ +}}strictly_excludes
(conjecture strictly_excludes (>[x,y](strictly[x,y,R])!(strictly[y,x,R])))
// CHECK-DAG: proved{{ +}}strictly_claimed (parts)
(conjecture strictly_claimed (>[x,y](&(in2[x,y,R])!(in2[y,x,R]))(strictly[x,y,R])))
// False, each in some model.
// CHECK-DAG: refuted{{ +}}unrelated 
(conjecture unrelated (>[x,y](&(in[x,S])(in[y,S])!(=[x,y]))!(in2[x,y,R])))
// CHECK-DAG: refuted{{ +}}inputs_differ 
(conjecture inputs_differ (>[x,y,u,v](&(in2[x,u,f])(in2[y,v,f])!(=[x,y]))!(=[u,v])))
// CHECK-DAG: refuted{{ +}}in_both 
(conjecture in_both (>[x](&(in[x,S])!(in2[x,d,Q]))(in[x,T])))
// CHECK-DAG: refuted{{ +}}not_below_reversed 
(conjecture not_below_reversed (>[x,y](&(in[x,S])(in[y,S])!(below[x,y,R,S]))(in2[y,x,R])))
// An assumption is used the other way round, and so is the disjunction: the step
// is proved from its opposite.
// PROOF: uses either exclusive
// PROOF: !(in2[x1,c,Q]) show
// PROOF: (in[x1,T]) cases (in[x1,T])
// PROOF-NEXT: case (in[x1,T])
// PROOF: case !(in[x1,T])
// PROOF: false clause either i x=x1
