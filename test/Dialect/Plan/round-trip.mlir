// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s | FileCheck %s
// RUN: %mpl-opt %s | %mpl-opt | FileCheck %s
// RUN: %mpl-opt %s --mlir-print-op-generic | %mpl-opt | FileCheck %s

// CHECK: plan.element @i0 index 0
plan.element @i0 index 0

// CHECK: plan.table @in2.s id 0 slot 0 arity 2 functional
plan.table @"in2.s" id 0 slot 0 arity 2 functional
// CHECK: plan.table @"in3.+" id 1 slot 2 arity 3 functional
plan.table @"in3.+" id 1 slot 2 arity 3 functional
// CHECK: plan.table @"in2.<" id 2 slot 5 arity 2
// CHECK-NOT: functional
plan.table @"in2.<" id 2 slot 5 arity 2

// CHECK-LABEL: plan.kernel @add_succ.0 on @in2.s pivot 0 rule 3 (%a, %b) {
plan.kernel @add_succ.0 on @"in2.s" pivot 0 rule 3 (%b, %b1) {
  // CHECK-NEXT: plan.scan @"in3.+"[?, %a, ?] premise 1 upto -> (%[[A:.*]], %[[D:.*]]) {
  plan.scan @"in3.+"[?, %b, ?] premise 1 upto -> (%a, %d) {
    // CHECK-NEXT: plan.probe @in2.s[%[[D]], ?] premise 2 upto -> (%[[E:.*]]) {
    plan.probe @"in2.s"[%d, ?] premise 2 upto -> (%e) {
      // CHECK-NEXT: plan.derive @"in3.+"[%[[A]], %b, %[[E]]]
      plan.derive @"in3.+"[%a, %b1, %e]
    }
  }
}

// CHECK-LABEL: plan.kernel @heads.1
plan.kernel @heads.1 on @"in3.+" pivot 1 rule 4 (%a, %b, %c) {
  // CHECK-NEXT: %i0 = plan.constant @i0
  %i0 = plan.constant @i0
  // CHECK-NEXT: plan.same %b, %i0 {
  plan.same %b, %i0 {
    // CHECK-NEXT: plan.equate %a, %c
    plan.equate %a, %c
    // CHECK-NEXT: plan.refute
    plan.refute
    // CHECK-NEXT: plan.reach
    plan.reach
    // CHECK-NEXT: plan.create @"in3.+"[%a, %b] core 1 unfold
    plan.create @"in3.+"[%a, %b] core 1 unfold
    // CHECK-NEXT: plan.invent[%a, %b] core 2
    plan.invent [%a, %b] core 2
  }
  // CHECK: plan.probe @"in2.<"[%a, %b] premise 0 older {
  plan.probe @"in2.<"[%a, %b] premise 0 older {
    // CHECK-NEXT: plan.all @"in2.<" premise 2 upto -> (%{{.*}}, %{{.*}}) {
    plan.all @"in2.<" premise 2 upto -> (%x, %y) {
      plan.equate %x, %y
    }
  }
}

// CHECK-LABEL: plan.shape @commutes on @t pivot 0 (%a, %b, %c) {
plan.shape @commutes on @t pivot 0 (%a, %b, %c) {
  // CHECK-NEXT: plan.table @t arity 3 functional
  plan.table @t arity 3 functional
  // CHECK-NEXT: plan.element @e
  plan.element @e
  // CHECK-NEXT: plan.probe @t[%b, %a, ?] premise 1 upto -> (%[[OUT:.*]]) {
  plan.probe @t[%b, %a, ?] premise 1 upto -> (%d) {
    // CHECK-NEXT: plan.equate %c, %[[OUT]]
    plan.equate %c, %d
  }
}
// CHECK: plan.instance @add_comm.0 of @commutes[@"in3.+", @i0] rule 12
plan.instance @add_comm.0 of @commutes [@"in3.+", @i0] rule 12

// CHECK-LABEL: plan.step @scan.3.2 is scan arity 3 known 2 {
plan.step @scan.3.2 is scan arity 3 known 2 {
  // CHECK-NEXT: plan.table @t arity 3
  plan.table @t arity 3
  // CHECK-NEXT: %[[B:.*]] = plan.operand 1
  %b = plan.operand 1
  // CHECK-NEXT: plan.scan @t[?, %[[B]], ?] given -> (%a, %b) {
  plan.scan @t[?, %b, ?] given -> (%a, %c) {
    // CHECK-NEXT: plan.bind 0, %a
    plan.bind 0, %a
    // CHECK-NEXT: plan.bind 2, %b
    plan.bind 2, %c
    // CHECK-NEXT: plan.next
    plan.next
  }
}

// CHECK: plan.entry @add_succ.0 relation 0 rule 3
plan.entry @add_succ.0 relation 0 rule 3
// CHECK: plan.entry @commutes relation 1 rule 12 parameters [12, 1, 2, 0]
plan.entry @commutes relation 1 rule 12 parameters [12, 1, 2, 0]
// CHECK: plan.step_entry @scan.3.2 is scan arity 3 known 2
plan.step_entry @scan.3.2 is scan arity 3 known 2

// CHECK:      plan.program {
// CHECK-NEXT:   "theory Peano"
// CHECK-NEXT:   "a \22quoted\22 line"
// CHECK-NEXT: }
plan.program {
  "theory Peano"
  "a \22quoted\22 line"
}
