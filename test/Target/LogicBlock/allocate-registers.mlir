// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --lbm-allocate-registers | FileCheck %s
// RUN: %mpl-opt %s --lbm-allocate-registers | %mpl-opt --lbm-allocate-registers | FileCheck %s


lbm.table @t id 0 arity 2 sorts [-1, -1]
lbm.table @w id 1 arity 8 sorts [-1, -1, -1, -1, -1, -1, -1, -1]

// A register is free again after the last read; what nobody reads goes to r15.
// CHECK-LABEL: lbm.plan @reuse
// CHECK-NEXT: lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg<0>, !lbm.reg<15>)
// CHECK-NEXT: lbm.probe @t[%{{.*}}, ?] premise 1 : (!lbm.reg<0>) -> !lbm.reg<0>
// CHECK-NEXT: lbm.derive {{.*}} : !lbm.reg<0>, !lbm.reg<0>
lbm.plan @reuse on @t rule 0 count 2 {
  %a, %b = lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  %c = lbm.probe @t[%a, ?] premise 1 : (!lbm.reg) -> !lbm.reg
  lbm.derive @t[%c, %c] : !lbm.reg, !lbm.reg
}

// What an iterator compares it will compare again.
// CHECK-LABEL: lbm.plan @held
// CHECK: lbm.scan @t[%{{.*}}, ?] premise 1 : (!lbm.reg<0>) -> !lbm.reg<1>
// CHECK-NEXT: lbm.probe @t[%{{.*}}, ?] premise 2 : (!lbm.reg<1>) -> !lbm.reg<1>
lbm.plan @held on @t rule 0 count 3 {
  %a, %b = lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  %c = lbm.scan @t[%a, ?] premise 1 : (!lbm.reg) -> !lbm.reg
  %d = lbm.probe @t[%c, ?] premise 2 : (!lbm.reg) -> !lbm.reg
  lbm.derive @t[%d, %d] : !lbm.reg, !lbm.reg
}

// Seventeen values are needed at once: those that are read last are made again,
// from the rows in which they were matched.
// CHECK-LABEL: lbm.plan @again
// CHECK:     lbm.probe @t
// CHECK-NOT: lbm.fetch
// CHECK:     lbm.same
// CHECK:     lbm.fetch premise {{[01]}} column {{[0-7]}} : !lbm.reg<
// CHECK:     lbm.derive @t
lbm.plan @again on @w rule 0 count 2 {
  %a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7 = lbm.new @w[?, ?, ?, ?, ?, ?, ?, ?] premise 0
    : () -> (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg)
  %b0, %b1, %b2, %b3, %b4, %b5, %b6 = lbm.probe @w[%a0, ?, ?, ?, ?, ?, ?, ?] premise 1
    : (!lbm.reg) -> (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg)
  %c0, %c1 = lbm.probe @t[?, ?] premise 2 : () -> (!lbm.reg, !lbm.reg)
  lbm.same %a1, %b0 : !lbm.reg, !lbm.reg
  lbm.same %a2, %b1 : !lbm.reg, !lbm.reg
  lbm.same %a3, %b2 : !lbm.reg, !lbm.reg
  lbm.same %a4, %b3 : !lbm.reg, !lbm.reg
  lbm.same %a5, %b4 : !lbm.reg, !lbm.reg
  lbm.same %a6, %b5 : !lbm.reg, !lbm.reg
  lbm.same %a7, %b6 : !lbm.reg, !lbm.reg
  lbm.same %c0, %c1 : !lbm.reg, !lbm.reg
  lbm.derive @t[%a0, %a1] : !lbm.reg, !lbm.reg
}
