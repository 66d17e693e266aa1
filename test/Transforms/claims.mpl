// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A statement with several claims becomes a goal for each and a composition.
// RUN: %mplc --emit=horn %s | FileCheck %s

(define below[u,A,R] (>[x](in[x,A])(in2[x,u,R])))
(define both[x,A,B] (&(in[x,A])(in[x,B])))
(define total[R,A] (>[x](in[x,A])(in2[x,x,R])))

(theory Claims[A,B,R,e]
  (&(in[e,A])
    (>[x](in[x,A])(in[x,B]))))

// The parts of a conjunction, in order, each under the whole left side.
// CHECK: horn.goal @conjunction.1 "(>[a](in[a,A])(in[a,B]))"
// CHECK: horn.derive @in.B(%a)
// CHECK: horn.goal @conjunction.2 "(>[a](in[a,A])(=[a,a]))"
(conjecture conjunction (>[a](in[a,A])(&(in[a,B])(=[a,a]))))

// A universal definition is unfolded under its arguments' names.
// CHECK: horn.goal @universal.1 "(>[v](in[v,A])(>[x](in[x,B])(in2[x,v,R])))" (%v, %x)
// CHECK: horn.derive @in2.R(%x, %v)
(conjecture universal (>[v](in[v,A])(below[v,B,R])))

// So is a definition that speaks of no element.
// CHECK: horn.goal @sets.1 "(>[x](in[x,A])(in2[x,x,R]))"
(conjecture sets (total[R,A]))

// A definition that a rule folds is one claim: no composition.
// CHECK: horn.goal @folded "(>[a](in[a,A])(both[a,A,B]))"
// CHECK: horn.derive @both.A.B(%a)
(conjecture folded (>[a](in[a,A])(both[a,A,B])))

// CHECK: horn.compose @conjunction "(>[a](in[a,A])(&(in[a,B])(=[a,a])))" from ["conjunction.1", "conjunction.2"]
// CHECK: horn.compose @universal "(>[v](in[v,A])(below[v,B,R]))" from ["universal.1"]
// CHECK: horn.compose @sets "(total[R,A])" from ["sets.1"]
// CHECK-NOT: horn.compose
