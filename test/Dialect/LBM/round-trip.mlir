// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s | FileCheck %s
// RUN: %mpl-opt %s | %mpl-opt | FileCheck %s
// RUN: %mpl-opt %s --mlir-print-op-generic | %mpl-opt | FileCheck %s

// CHECK: lbm.machine columns 4
lbm.machine columns 4
// CHECK: lbm.table @in.N id 0 arity 1 sorts [-1]
// CHECK-NOT: rotation
lbm.table @in.N id 0 arity 1 sorts [-1]
// CHECK: lbm.table @in2.s id 1 arity 2 functional sorts [0, 0] rotation 3 lists [1, 1]
lbm.table @in2.s id 1 arity 2 functional sorts [0, 0] rotation 3 lists [1, 1]
// CHECK: lbm.distinct 0, 1
lbm.distinct 0, 1

// CHECK-LABEL: lbm.plan @all on @in.N rule 4 count 3 {
lbm.plan @all on @in.N rule 4 count 3 {
  // CHECK-NEXT: %[[C:.*]] = lbm.const 0 : !lbm.reg
  %c = lbm.const 0 : !lbm.reg
  // CHECK-NEXT: %[[A:.*]] = lbm.new @in.N[?] premise 0 : () -> !lbm.reg
  %a = lbm.new @in.N[?] premise 0 : () -> !lbm.reg
  // CHECK-NEXT: %[[B:.*]] = lbm.scan @in2.s[%[[A]], ?] premise 1 older : (!lbm.reg) -> !lbm.reg
  %b = lbm.scan @in2.s[%a, ?] premise 1 older : (!lbm.reg) -> !lbm.reg
  // CHECK-NEXT: %[[D:.*]], %[[E:.*]] = lbm.all @in2.s[?, ?] premise 2 : () -> (!lbm.reg, !lbm.reg)
  %d, %e = lbm.all @in2.s[?, ?] premise 2 : () -> (!lbm.reg, !lbm.reg)
  // CHECK-NEXT: lbm.probe @in2.s[%[[D]], %[[E]]] premise 3 : (!lbm.reg, !lbm.reg) -> ()
  lbm.probe @in2.s[%d, %e] premise 3 : (!lbm.reg, !lbm.reg) -> ()
  // CHECK-NEXT: lbm.same %[[C]], %[[B]] : !lbm.reg, !lbm.reg
  lbm.same %c, %b : !lbm.reg, !lbm.reg
  // CHECK-NEXT: %[[F:.*]] = lbm.fetch premise 1 column 0 : !lbm.reg
  %f = lbm.fetch premise 1 column 0 : !lbm.reg
  // CHECK-NEXT: lbm.derive @in2.s[%[[F]], %[[C]]] : !lbm.reg, !lbm.reg
  lbm.derive @in2.s[%f, %c] : !lbm.reg, !lbm.reg
}

// CHECK-LABEL: lbm.plan @allocated on @in.N rule 5 count 1 {
lbm.plan @allocated on @in.N rule 5 count 1 {
  // CHECK-NEXT: %[[A:.*]] = lbm.new @in.N[?] premise 0 : () -> !lbm.reg<14>
  %a = lbm.new @in.N[?] premise 0 : () -> !lbm.reg<14>
  // CHECK-NEXT: lbm.create @in2.s[%[[A]]] core 1 unfold : !lbm.reg<14>
  lbm.create @in2.s[%a] core 1 unfold : !lbm.reg<14>
}

// CHECK-LABEL: lbm.plan @others on @in.N rule 6 count 1
lbm.plan @others on @in.N rule 6 count 1 {
  %a = lbm.new @in.N[?] premise 0 : () -> !lbm.reg
  // CHECK: lbm.invent 2[%{{.*}}] core 1 : !lbm.reg
  lbm.invent 2[%a] core 1 : !lbm.reg
}
// CHECK-LABEL: lbm.plan @false on @in.N
lbm.plan @false on @in.N rule 7 count 1 {
  lbm.new @in.N[?] premise 0 : () -> !lbm.reg
  // CHECK: lbm.refute
  lbm.refute
}
// CHECK-LABEL: lbm.plan @goal on @in.N
lbm.plan @goal on @in.N rule 8 count 1 {
  lbm.new @in.N[?] premise 0 : () -> !lbm.reg
  // CHECK: lbm.reach
  lbm.reach
}
// CHECK-LABEL: lbm.plan @equal on @in2.s
lbm.plan @equal on @in2.s rule 9 count 1 {
  %a, %b = lbm.new @in2.s[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  // CHECK: lbm.equate %{{.*}}, %{{.*}} : !lbm.reg, !lbm.reg
  lbm.equate %a, %b : !lbm.reg, !lbm.reg
}

// CHECK-LABEL: lbm.routine @licence licence @in2.s rule 2 {
lbm.routine @licence licence @in2.s rule 2 {
  // CHECK-NEXT: %[[X:.*]] = lbm.input 0 : !lbm.reg
  %x = lbm.input 0 : !lbm.reg
  lbm.probe @in.N[%x] premise 0 : (!lbm.reg) -> ()
  // CHECK: lbm.witness rule 2 count 1 new 1
  lbm.witness rule 2 count 1 new 1
  // CHECK-NEXT: %[[Y:.*]] = lbm.fresh 0 : !lbm.reg
  %y = lbm.fresh 0 : !lbm.reg
  // CHECK-NEXT: lbm.assert @in2.s[%[[X]], %[[Y]]] : !lbm.reg, !lbm.reg
  lbm.assert @in2.s[%x, %y] : !lbm.reg, !lbm.reg
  // CHECK-NEXT: lbm.done created
  lbm.done created
}
// CHECK-LABEL: lbm.routine @any existential 0 rule 3 {
lbm.routine @any existential 0 rule 3 {
  // CHECK: lbm.done
  // CHECK-NOT: created
  lbm.done
}
