// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --convert-plan-to-scf | FileCheck %s

plan.element @i0 index 4
plan.table @s id 0 slot 0 arity 2 functional
plan.table @plus id 1 slot 2 arity 3 functional
plan.table @less id 2 slot 5 arity 2

// Support functions are declared once, when used.
// CHECK-DAG: func.func private @mpl_match(!llvm.ptr, i32, i32)
// CHECK-DAG: func.func private @mpl_probe2(!llvm.ptr, i32, i32, i32) -> i32
// CHECK-NOT: mpl_probe4

// A probe is one call and one `if`: the bound holds back 'no row' as well. The
// key of one column is found by its slot. A constant is asked for by its index.

// CHECK-LABEL: func.func private @probe.0(
// CHECK-SAME:    %[[BLOCK:.*]]: !llvm.ptr, %[[ROW:.*]]: i32, %{{.*}}: !llvm.ptr
// CHECK:         call @mpl_match(%[[BLOCK]], %{{.*}}, %[[ROW]])
// CHECK:         %[[A:.*]] = call @mpl_column(%[[BLOCK]], %[[ROW]], %c0_i32)
// CHECK:         %[[B:.*]] = call @mpl_column(%[[BLOCK]], %[[ROW]], %c1_i32)
// CHECK:         %[[Z:.*]] = call @mpl_constant(%[[BLOCK]], %c4_i32)
// CHECK:         %[[FOUND:.*]] = call @mpl_probe2(%[[BLOCK]], %c1_i32, %[[A]], %[[Z]])
// CHECK:         %[[IN:.*]] = arith.cmpi ule, %[[FOUND]], %[[ROW]]
// CHECK:         scf.if %[[IN]] {
// CHECK:           func.call @mpl_match(%[[BLOCK]], %c1_i32, %[[FOUND]])
// CHECK:           %[[C:.*]] = func.call @mpl_column(%[[BLOCK]], %[[FOUND]], %c2_i32)
// CHECK:           %[[NEXT:.*]] = func.call @mpl_probe1(%[[BLOCK]], %c0_i32, %[[C]])
// CHECK:           arith.cmpi ult, %[[NEXT]], %[[ROW]]
// CHECK:           func.call @mpl_derive_function(
// CHECK:         plan.entry @probe.0 relation 0 rule 7
plan.kernel @probe.0 on @s pivot 0 rule 7 (%a, %b) {
  %z = plan.constant @i0
  plan.probe @plus[%a, %z, ?] premise 1 upto -> (%c) {
    plan.probe @s[%c, ?] premise 2 older -> (%d) {
      plan.derive @plus[%b, %c, %d]
    }
  }
}

// A known output is compared; a relation is only asked for existence.

// CHECK-LABEL: func.func private @compare.0(
// CHECK:         %[[ROW:.*]] = call @mpl_probe2
// CHECK:         scf.if
// CHECK-NEXT:      %[[OUT:.*]] = func.call @mpl_column(%{{.*}}, %[[ROW]], %c2_i32)
// CHECK-NEXT:      arith.cmpi eq, %[[OUT]]
// CHECK-NEXT:      scf.if
// CHECK-NEXT:        func.call @mpl_match
// CHECK:             func.call @mpl_probe2
// CHECK-NOT:         mpl_column
// CHECK:             func.call @mpl_refute
plan.kernel @compare.0 on @plus pivot 0 rule 8 (%a, %b, %c) {
  plan.probe @plus[%b, %a, %c] premise 1 upto {
    plan.probe @less[%a, %b] premise 2 upto {
      plan.refute
    }
  }
}

// One known column: its list is walked and nothing is compared.

// CHECK-LABEL: func.func private @one_list.0(
// CHECK-NOT:     mpl_list_length
// CHECK:         %[[FIRST:.*]] = call @mpl_list_first(%{{.*}}, %c3_i32,
// CHECK:         scf.while (%{{.*}} = %[[FIRST]])
// CHECK:           arith.cmpi ne, %{{.*}}, %c-1_i32
// CHECK:         } do {
// CHECK-NOT:       cmpi eq
// CHECK:           func.call @mpl_equate
// CHECK:           func.call @mpl_list_next(%{{.*}}, %{{.*}}, %c1_i32)
plan.kernel @one_list.0 on @s pivot 0 rule 9 (%a, %b) {
  plan.scan @plus[?, %a, ?] premise 1 upto -> (%x, %y) {
    plan.equate %x, %y
  }
}

// Two known columns: the shorter list, chosen at run time.

// CHECK-LABEL: func.func private @two_lists.0(
// CHECK-COUNT-2: call @mpl_list_length
// CHECK:         arith.cmpi ult
// CHECK:         %[[SLOT:.*]] = arith.select
// CHECK:         %[[VALUE:.*]] = arith.select
// CHECK:         %[[COLUMN:.*]] = arith.select
// CHECK:         call @mpl_list_first(%{{.*}}, %[[SLOT]], %[[VALUE]])
// CHECK:         arith.andi
// CHECK:         func.call @mpl_list_next(%{{.*}}, %{{.*}}, %[[COLUMN]])
plan.kernel @two_lists.0 on @s pivot 0 rule 10 (%a, %b) {
  plan.scan @plus[%a, ?, %b] premise 1 older -> (%x) {
    plan.create @plus[%x, %a] core 1 unfold
  }
}

// CHECK-LABEL: func.func private @all.0(
// CHECK:         call @mpl_relation_first(%{{.*}}, %c2_i32)
// CHECK:         func.call @mpl_invent
// CHECK:         func.call @mpl_relation_next
plan.kernel @all.0 on @s pivot 0 rule 11 (%a, %b) {
  plan.all @less premise 1 upto -> (%x, %y) {
    plan.invent[%x, %y, %b] core 2
  }
}

// A shape reads rule, table and element from its parameters; its instances say
// which words those are, in the same order.

// CHECK-LABEL: func.func private @shape0(
// CHECK-SAME:    %[[PARAMETERS:[a-z0-9]+]]: !llvm.ptr) {
// CHECK:         %[[R:.*]] = llvm.getelementptr %[[PARAMETERS]][0]
// CHECK:         %[[RULE:.*]] = llvm.load %[[R]]
// CHECK:         llvm.getelementptr %[[PARAMETERS]][1]
// CHECK:         llvm.getelementptr %[[PARAMETERS]][2]
// CHECK:         %[[E:.*]] = llvm.getelementptr %[[PARAMETERS]][3]
// CHECK:         %[[INDEX:.*]] = llvm.load %[[E]]
// CHECK:         call @mpl_constant(%{{.*}}, %[[INDEX]])
// CHECK:         func.call @mpl_equate(%{{.*}}, %[[RULE]],
plan.shape @shape0 on @t0 pivot 0 (%a, %b, %c) {
  plan.table @t0 arity 3 functional
  plan.element @e0
  %e0 = plan.constant @e0
  plan.same %b, %e0 {
    plan.equate %a, %c
  }
}
// CHECK: plan.entry @shape0 relation 1 rule 12 parameters [12, 1, 2, 4]
plan.instance @add_zero.0 of @shape0[@plus, @i0] rule 12

// A step reads everything from its descriptor and ends in a call of the next.

// CHECK-LABEL: func.func private @probe_function.2.0(
// CHECK-SAME:    %[[B:.*]]: !llvm.ptr, %[[STEP:.*]]: !llvm.ptr, %[[ENV:.*]]: !llvm.ptr
// CHECK:         %[[DELTA:.*]] = call @mpl_delta
// CHECK:         llvm.getelementptr %[[STEP]][0, 7, 0]
// CHECK:         call @mpl_probe1
// CHECK:         arith.cmpi ult
// CHECK:         llvm.store %{{.*}}, %{{.*}} : i32, !llvm.ptr
// CHECK:         %[[NEXT:.*]] = llvm.getelementptr %[[STEP]][1]
// CHECK:         llvm.call %{{.*}}(%[[B]], %[[NEXT]], %[[ENV]])
// CHECK:         plan.step_entry @probe_function.2.0 is probe_function arity 2 known 0
plan.step @probe_function.2.0 is probe_function arity 2 known 0 {
  plan.table @t arity 2 functional
  %a = plan.operand 0
  plan.probe @t[%a, ?] given -> (%b) {
    plan.bind 1, %b
    plan.next
  }
}

// What belongs to no kernel is left alone.
// CHECK: func.func @bystander()
func.func @bystander() {
  return
}

// CHECK-NOT: plan.table
// CHECK-NOT: plan.element
