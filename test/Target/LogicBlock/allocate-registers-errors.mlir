// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --lbm-allocate-registers -split-input-file -verify-diagnostics

lbm.table @t id 0 arity 2 sorts [-1, -1]
// expected-error@+1 {{has registers for some values only}}
lbm.plan @some on @t rule 0 count 1 {
  %a, %b = lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg<0>, !lbm.reg)
  lbm.derive @t[%b, %a] : !lbm.reg, !lbm.reg<0>
}

// -----

// Sixteen values that iterators keep.
lbm.table @w id 0 arity 8 sorts [-1, -1, -1, -1, -1, -1, -1, -1]
// expected-error@+1 {{needs more than 15 registers at once}}
lbm.plan @many on @w rule 0 count 4 {
  %a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7 = lbm.new @w[?, ?, ?, ?, ?, ?, ?, ?] premise 0
    : () -> (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg)
  %b0, %b1, %b2, %b3, %b4, %b5, %b6, %b7 = lbm.probe @w[?, ?, ?, ?, ?, ?, ?, ?] premise 1
    : () -> (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg)
  lbm.scan @w[%a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7] premise 2
    : (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg) -> ()
  lbm.scan @w[%b0, %b1, %b2, %b3, %b4, %b5, %b6, %b7] premise 3
    : (!lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg, !lbm.reg) -> ()
  lbm.refute
}
