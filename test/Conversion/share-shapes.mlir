// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --plan-share-shapes --split-input-file | FileCheck %s
// RUN: %mpl-opt %s --plan-share-shapes=min-instances=3 --split-input-file | FileCheck %s --check-prefix=THREE

// Commutativity of two operators is one shape, and a kernel that looks like no
// other stays as it is. Instances stand where the kernels stood.

// CHECK-LABEL: plan.table @plus
// CHECK:       plan.shape @shape0 on @t0 pivot 0 (%a, %b, %c) {
// CHECK-NEXT:    plan.table @t0 arity 3 functional
// CHECK-NEXT:    plan.probe @t0[%b, %a, ?] premise 1 upto -> (%[[D:.*]]) {
// CHECK-NEXT:      plan.equate %c, %[[D]]
// CHECK:       plan.instance @add_comm.0 of @shape0[@plus] rule 1
// CHECK-NEXT:  plan.kernel @other.0
// CHECK:       plan.instance @mul_comm.0 of @shape0[@times] rule 2

// THREE-LABEL: plan.table @plus
// THREE-NOT:   plan.shape
// THREE:       plan.kernel @add_comm.0
// THREE:       plan.kernel @mul_comm.0
plan.table @plus id 0 slot 0 arity 3 functional
plan.table @times id 1 slot 3 arity 3 functional
plan.kernel @add_comm.0 on @plus pivot 0 rule 1 (%a, %b, %c) {
  plan.probe @plus[%b, %a, ?] premise 1 upto -> (%d) {
    plan.equate %c, %d
  }
}
plan.kernel @other.0 on @plus pivot 0 rule 3 (%a, %b, %c) {
  plan.probe @plus[%a, %b, ?] premise 1 upto -> (%d) {
    plan.equate %c, %d
  }
}
plan.kernel @mul_comm.0 on @times pivot 0 rule 2 (%x, %y, %z) {
  plan.probe @times[%y, %x, ?] premise 1 upto -> (%d) {
    plan.equate %z, %d
  }
}

// -----

// Elements are parameters too, in order of appearance.

// CHECK-LABEL: plan.element @i0
// CHECK:       plan.shape @shape0 on @t0 pivot 0 (%a, %b, %c) {
// CHECK-NEXT:    plan.table @t0 arity 3 functional
// CHECK-NEXT:    plan.element @e0
// CHECK-NEXT:    %e0 = plan.constant @e0
// CHECK:       plan.instance @add_zero.0 of @shape0[@plus, @i0] rule 1
// CHECK-NEXT:  plan.instance @mul_one.0 of @shape0[@times, @i1] rule 2
plan.element @i0 index 0
plan.element @i1 index 1
plan.table @plus id 0 slot 0 arity 3 functional
plan.table @times id 1 slot 3 arity 3 functional
plan.kernel @add_zero.0 on @plus pivot 0 rule 1 (%a, %b, %c) {
  %z = plan.constant @i0
  plan.same %b, %z {
    plan.equate %a, %c
  }
}
plan.kernel @mul_one.0 on @times pivot 0 rule 2 (%a, %b, %c) {
  %z = plan.constant @i1
  plan.same %b, %z {
    plan.equate %a, %c
  }
}

// -----

// What is not a matter of names keeps kernels apart: one table twice and two
// tables, the layout of a table, the bound of a premise, the pivot, the head.

// CHECK-LABEL: plan.table @f
// CHECK-NOT:   plan.shape
// CHECK-NOT:   plan.instance
plan.table @f id 0 slot 0 arity 2 functional
plan.table @g id 1 slot 2 arity 2 functional
plan.table @r id 2 slot 4 arity 2
plan.kernel @base.0 on @f pivot 0 rule 0 (%a, %b) {
  plan.scan @f[?, %b] premise 1 upto -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @two_tables.0 on @f pivot 0 rule 1 (%a, %b) {
  plan.scan @g[?, %b] premise 1 upto -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @relation.0 on @r pivot 0 rule 2 (%a, %b) {
  plan.scan @r[?, %b] premise 1 upto -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @bound.0 on @f pivot 0 rule 3 (%a, %b) {
  plan.scan @f[?, %b] premise 1 older -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @pivot.1 on @f pivot 1 rule 4 (%a, %b) {
  plan.scan @f[?, %b] premise 1 upto -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @column.0 on @f pivot 0 rule 5 (%a, %b) {
  plan.scan @f[?, %a] premise 1 upto -> (%c) {
    plan.equate %a, %c
  }
}
plan.kernel @head.0 on @f pivot 0 rule 6 (%a, %b) {
  plan.scan @f[?, %b] premise 1 upto -> (%c) {
    plan.refute
  }
}
