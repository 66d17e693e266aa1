// RUN: %mpl-opt --horn-derive-negations --split-input-file %s | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A relation and its complement exclude each other. From R(x,y), R(y,z) -> R(x,z)
// follow the two rules that deny a premise; nothing asks for the negation of S.
// CHECK-LABEL: horn.program @Transitive
horn.program @Transitive {
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.relation @S "in2"["$0", "$1", "S"] (element, element)
  horn.relation @"!R" not "in2"["$0", "$1", "R"] (element, element) complement of @R
  horn.rule @transitive(%x, %y, %z) {
    horn.match @R(%x, %y)
    horn.match @R(%y, %z)
    horn.derive @R(%x, %z)
    horn.source use "T" at "0" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
  }
  horn.rule @other(%x, %y) {
    horn.match @R(%x, %y)
    horn.derive @S(%y, %x)
    horn.source use "T" at "1" where ["x" = %x, "y" = %y] cites [premise 0]
  }
  // CHECK: horn.rule @"!R.contradict"(%v0, %v1)
  // CHECK-NEXT: horn.match @R(%v0, %v1)
  // CHECK-NEXT: horn.match @"!R"(%v0, %v1)
  // CHECK-NEXT: horn.refute
  // CHECK-NEXT: horn.source contradict where [] cites [premise 1, premise 0]
  // CHECK: horn.rule @transitive.not(%v0, %v1, %v2)
  // CHECK-NEXT: horn.match @R(%v1, %v2)
  // CHECK-NEXT: horn.match @"!R"(%v0, %v2)
  // CHECK-NEXT: horn.derive @"!R"(%v0, %v1)
  // CHECK-NEXT: horn.source contrapose "transitive" at "0" where [] cites []
  // CHECK: horn.rule @"transitive.not#1"(%v0, %v1, %v2)
  // CHECK-NEXT: horn.match @R(%v0, %v1)
  // CHECK-NEXT: horn.match @"!R"(%v0, %v2)
  // CHECK-NEXT: horn.derive @"!R"(%v1, %v2)
  // CHECK-NEXT: horn.source contrapose "transitive" at "1" where [] cites []
  // CHECK-NOT: horn.rule
}

// -----

// What keeps values apart: an output that a constant is not, inputs that an
// injective function is told of, a relation that nothing has with itself. An
// equation gives inequalities of its premises' arguments where it fails.
// CHECK-LABEL: horn.program @Apart
horn.program @Apart {
  horn.constant @zero
  horn.relation @succ "in2"["$0", "$1", "s"] (element, element) functional by @key
  horn.relation @less "in2"["$0", "$1", "less"] (element, element)
  horn.relation @"!=" not "="["$0", "$1"] (element, element)
  horn.rule @key inactive (%x, %y, %z) {
    horn.match @succ(%x, %y)
    horn.match @succ(%x, %z)
    horn.equate %y, %z
    horn.source use "T" at "0" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
  }
  horn.rule @positive(%x) {
    %0 = horn.value @zero
    horn.match @succ(%x, %0)
    horn.refute
    horn.source use "T" at "1" where ["x" = %x] cites [premise 0]
  }
  horn.rule @injective(%x, %y, %z) {
    horn.match @succ(%x, %z)
    horn.match @succ(%y, %z)
    horn.equate %x, %y
    horn.source use "T" at "2" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
  }
  horn.rule @irreflexive(%x) {
    horn.match @less(%x, %x)
    horn.refute
    horn.source use "T" at "3" where ["x" = %x] cites [premise 0]
  }
  // CHECK: horn.rule @"!=.contradict"(%v0)
  // CHECK-NEXT: horn.match @"!="(%v0, %v0)
  // CHECK-NEXT: horn.refute
  // CHECK-NEXT: horn.source contradict where [] cites [premise 0, reflexive %v0]
  // CHECK: horn.rule @"!=.symmetry"(%v0, %v1)
  // CHECK-NEXT: horn.match @"!="(%v0, %v1)
  // CHECK-NEXT: horn.derive @"!="(%v1, %v0)
  // CHECK-NEXT: horn.source symmetry where [] cites [premise 0]
  // CHECK: horn.rule @positive.not(%v0, %v1)
  // CHECK-NEXT: %[[ZERO:.*]] = horn.value @zero
  // CHECK-NEXT: horn.match @succ(%v0, %v1)
  // CHECK-NEXT: horn.derive @"!="(%v1, %[[ZERO]])
  // CHECK-NEXT: horn.source contrapose "positive" at "0.1" where [] cites []
  // CHECK: horn.rule @injective.not(%v0, %v1, %v2, %v3)
  // CHECK-NEXT: horn.match @succ(%v0, %v2)
  // CHECK-NEXT: horn.match @succ(%v1, %v3)
  // CHECK-NEXT: horn.match @"!="(%v0, %v1)
  // CHECK-NEXT: horn.derive @"!="(%v3, %v2)
  // CHECK-NEXT: horn.source contrapose "injective" at "1.1" where [] cites []
  // CHECK: horn.rule @irreflexive.not(%v0, %v1)
  // CHECK-NEXT: horn.match @less(%v0, %v1)
  // CHECK-NEXT: horn.derive @"!="(%v1, %v0)
  // CHECK-NEXT: horn.source contrapose "irreflexive" at "0.1" where [] cites []
  // CHECK-NOT: horn.rule
}

// -----

// A disjunction is a rule that refutes two negations: without one, the other side
// holds, and of an equation the two sides are merged.
// CHECK-LABEL: horn.program @Either
horn.program @Either {
  horn.constant @c
  horn.relation @P "in"["$0", "P"] (element)
  horn.relation @"!P" not "in"["$0", "P"] (element) complement of @P
  horn.relation @D "in"["$0", "D"] (element)
  horn.relation @"!=" not "="["$0", "$1"] (element, element)
  horn.rule @either(%x) {
    %0 = horn.value @c
    horn.match @D(%x)
    horn.match @"!P"(%x)
    horn.match @"!="(%x, %0)
    horn.refute
    horn.source use "T" at "0" where ["x" = %x] cites [premise 0, premise 1, premise 2]
  }
  // CHECK: horn.rule @either.not(%v0)
  // CHECK: horn.match @D(%v0)
  // CHECK-NEXT: horn.match @"!="(%v0, %{{.*}})
  // CHECK-NEXT: horn.derive @P(%v0)
  // CHECK-NEXT: horn.source contrapose "either" at "1" where [] cites []
  // CHECK: horn.rule @"either.not#1"(%v0)
  // CHECK: horn.match @D(%v0)
  // CHECK-NEXT: horn.match @"!P"(%v0)
  // CHECK-NEXT: horn.equate %v0, %{{.*}}
  // CHECK-NEXT: horn.source contrapose "either" at "2" where [] cites []
  // CHECK-NOT: horn.rule
}

// -----

// Without a negated relation nothing is added.
// CHECK-LABEL: horn.program @Positive
horn.program @Positive {
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // CHECK: horn.rule @irreflexive
  horn.rule @irreflexive(%x) {
    horn.match @R(%x, %x)
    horn.refute
    horn.source use "T" at "0" where ["x" = %x] cites [premise 0]
  }
  // CHECK-NOT: horn.rule
}

// -----

// From what a disjunction negates, P or D, rules lead to the goal Q by way of M: both
// get complements. N leads nowhere, and O comes from nothing that is negated.
// CHECK-LABEL: horn.program @Denied
horn.program @Denied {
  horn.relation @P "in"["$0", "P"] (element)
  horn.relation @"!P" not "in"["$0", "P"] (element) complement of @P
  horn.relation @D "in"["$0", "D"] (element)
  horn.relation @"!D" not "in"["$0", "D"] (element) complement of @D
  // CHECK: horn.relation @M "in"
  // CHECK-NEXT: horn.relation @"!M" not "in"["$0", "M"] (element) complement of @M
  horn.relation @M "in"["$0", "M"] (element)
  // CHECK-NEXT: horn.relation @N
  // CHECK-NEXT: horn.relation @O
  // CHECK-NEXT: horn.relation @Q
  // CHECK-NEXT: horn.relation @"!Q" not "in"["$0", "Q"] (element) complement of @Q
  horn.relation @N "in"["$0", "N"] (element)
  horn.relation @O "in"["$0", "O"] (element)
  horn.relation @Q "in"["$0", "Q"] (element)
  // CHECK-NOT: horn.relation @"!
  horn.rule @either(%x) {
    horn.match @"!P"(%x)
    horn.match @"!D"(%x)
    horn.refute
    horn.source use "T" at "0" where ["x" = %x] cites [premise 0, premise 1]
  }
  horn.rule @first(%x) {
    horn.match @P(%x)
    horn.derive @M(%x)
    horn.source use "T" at "1" where ["x" = %x] cites [premise 0]
  }
  horn.rule @second(%x) {
    horn.match @M(%x)
    horn.match @O(%x)
    horn.derive @Q(%x)
    horn.source use "T" at "2" where ["x" = %x] cites [premise 0, premise 1]
  }
  horn.rule @aside(%x) {
    horn.match @D(%x)
    horn.derive @N(%x)
    horn.source use "T" at "3" where ["x" = %x] cites [premise 0]
  }
  // CHECK: horn.rule @"!Q.contradict"
  // CHECK: horn.rule @first.not(%v0)
  // CHECK-NEXT: horn.match @"!M"(%v0)
  // CHECK-NEXT: horn.derive @"!P"(%v0)
  horn.goal @goal "(>[x](in[x,O])(in[x,Q]))" (%x) {
    horn.match @O(%x)
    horn.derive @Q(%x)
    horn.source statement where ["x" = %x] cites [premise 0]
  }
}
