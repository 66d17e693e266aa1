// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --convert-plan-to-lbm | FileCheck %s


// CHECK: lbm.machine columns 4
// CHECK: lbm.table @in.N id 0 arity 1 sorts [-1]
// CHECK: lbm.table @f id 1 arity 2 functional sorts [0, -1]
// CHECK: lbm.table @"<" id 2 arity 2 sorts [-1, -1]
// CHECK-NOT: plan.table
plan.table @in.N id 0 slot 0 arity 1
plan.table @f id 1 slot 1 arity 2 functional
plan.table @"<" id 2 slot 3 arity 2
plan.element @zero index 0
plan.element @one index 1

// A constant of the new row is compared as it is taken apart; others are loaded
// after it, before the first iterator.
// CHECK-LABEL: lbm.plan @constants on @f rule 3 count 2 {
// CHECK-NEXT: %[[ZERO:.*]] = lbm.const 0
// CHECK-NEXT: %[[A:.*]] = lbm.new @f[?, %[[ZERO]]] premise 0
// CHECK-NEXT: %[[ONE:.*]] = lbm.const 1
// CHECK-NEXT: %[[B:.*]] = lbm.scan @"<"[%[[A]], ?] premise 1
// CHECK-NEXT: lbm.derive @"<"[%[[B]], %[[ONE]]]
// CHECK-NEXT: }
plan.kernel @constants on @f pivot 0 rule 3 (%a, %z) {
  %zero = plan.constant @zero
  %one = plan.constant @one
  plan.same %z, %zero {
    plan.scan @"<"[%a, ?] premise 1 upto -> (%b) {
      plan.derive @"<"[%b, %one]
    }
  }
}

// Two columns that are the same variable are compared by an instruction.
// CHECK-LABEL: lbm.plan @repeated on @"<" rule 4 count 1 {
// CHECK-NEXT: %[[A:.*]], %[[B:.*]] = lbm.new @"<"[?, ?] premise 0
// CHECK-NEXT: lbm.same %[[B]], %[[A]]
// CHECK-NEXT: lbm.refute
plan.kernel @repeated on @"<" pivot 0 rule 4 (%a, %b) {
  plan.same %b, %a {
    plan.refute
  }
}

// CHECK-LABEL: lbm.plan @bounds on @in.N rule 5 count 3 {
// CHECK: lbm.all @"<"[?, ?] premise 0 older : ()
// CHECK: lbm.probe @f[%{{.*}}, ?] premise 2 :
// CHECK: lbm.equate
plan.kernel @bounds on @in.N pivot 1 rule 5 (%a) {
  plan.all @"<" premise 0 older -> (%b, %c) {
    plan.probe @f[%c, ?] premise 2 upto -> (%d) {
      plan.equate %b, %d
    }
  }
}

// The demand of an application reports no rows.
// CHECK-LABEL: lbm.plan @create on @in.N rule 6 count 0 {
// CHECK: lbm.create @f[%{{.*}}] core 1 unfold
plan.kernel @create on @in.N pivot 0 rule 6 (%a) {
  plan.create @f[%a] core 1 unfold
}

// CHECK-LABEL: lbm.plan @goal on @in.N rule 7 count 1 {
// CHECK: lbm.reach
plan.kernel @goal on @in.N pivot 0 rule 7 (%a) {
  plan.reach
}

// A shape is what it is for each instance.
// CHECK-NOT: plan.shape
plan.shape @shape on @t pivot 0 (%a, %b) {
  plan.table @t arity 2
  plan.element @e
  %e = plan.constant @e
  plan.same %a, %e {
    plan.derive @t[%b, %a]
  }
}
// CHECK-LABEL: lbm.plan @first on @"<" rule 8 count 1 {
// CHECK-NEXT: %[[E:.*]] = lbm.const 1
// CHECK-NEXT: %[[B:.*]] = lbm.new @"<"[%[[E]], ?] premise 0
// CHECK-NEXT: lbm.derive @"<"[%[[B]], %[[E]]]
plan.instance @first of @shape[@"<", @one] rule 8
// CHECK-LABEL: lbm.plan @second on @"<" rule 9 count 1 {
// CHECK-NEXT: lbm.const 0
plan.instance @second of @shape[@"<", @zero] rule 9

// What licenses witnesses comes from the program.
// CHECK-LABEL: lbm.routine @f.licence licence @f rule 0 {
// CHECK-NEXT: %[[X:.*]] = lbm.input 0
// CHECK-NEXT: lbm.probe @in.N[%[[X]]] premise 0 :
// CHECK-NEXT: lbm.witness rule 0 count 1 new 1
// CHECK-NEXT: %[[Y:.*]] = lbm.fresh 0
// CHECK-NEXT: lbm.assert @f[%[[X]], %[[Y]]]
// CHECK-NEXT: lbm.done created
// CHECK: plan.program
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "constant zero"
  "constant one"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "relation f in2 3 $0 $1 f 2 0 - - - 1 - 0 0"
  "relation < in2 3 $0 $1 < 2 - - - - 0 - - 0"
  "rule T.0 0 2 1 0 1 0 3 1 y 1 1 1 2 0 1 0 T 0 1 x 0 1 0 0 0 0"
  "end"
}
