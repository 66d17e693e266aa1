// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s -split-input-file -verify-diagnostics

// expected-error@+1 {{has 4 or 8 columns}}
lbm.machine columns 5

// -----

// expected-error@+1 {{has at most 8 columns}}
lbm.table @t id 0 arity 9 sorts [-1, -1, -1, -1, -1, -1, -1, -1, -1]

// -----

// expected-error@+1 {{has no output}}
lbm.table @t id 0 arity 0 functional sorts []

// -----

// expected-error@+1 {{has 2 columns, but 1 sorts}}
lbm.table @t id 0 arity 2 sorts [-1]

// -----

// expected-error@+1 {{has 2 columns, but 3 lists}}
lbm.table @t id 0 arity 2 sorts [-1, -1] rotation 0 lists [0, 0, 0]

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{refers to @u, which is not a table}}
  lbm.new @u[?] premise 0 : () -> !lbm.reg
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{takes 2 columns, but @t has 1 to give}}
  lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{has 1 columns, but 0 inputs and 2 results}}
  lbm.new @t[?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{premise must be less than 64}}
  lbm.new @t[?] premise 64 : () -> !lbm.reg
  lbm.refute
}

// -----

lbm.table @t id 0 arity 2 functional sorts [-1, -1]
lbm.plan @p on @t rule 0 count 1 {
  %a, %b = lbm.new @t[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
  // expected-error@+1 {{takes 2 columns, but @t has 1 to give}}
  lbm.create @t[%a, %b] core 1 : !lbm.reg, !lbm.reg
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
// expected-error@+1 {{does not end with an action}}
lbm.plan @p on @t rule 0 count 1 {
  lbm.new @t[?] premise 0 : () -> !lbm.reg
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
// expected-error@+1 {{takes no new row}}
lbm.plan @p on @t rule 0 count 1 {
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  lbm.new @t[?] premise 0 : () -> !lbm.reg
  // expected-error@+1 {{there is one new row only}}
  lbm.new @t[?] premise 0 : () -> !lbm.reg
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  lbm.new @t[?] premise 0 : () -> !lbm.reg
  // expected-error@+1 {{is not the last of its plan}}
  lbm.refute
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{comes before the new row}}
  lbm.all @t[?] premise 1 : () -> !lbm.reg
  lbm.new @t[?] premise 0 : () -> !lbm.reg
  lbm.refute
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  lbm.new @t[?] premise 0 : () -> !lbm.reg
  // expected-error@+1 {{belongs in a routine}}
  %a = lbm.input 0 : !lbm.reg
  lbm.refute
}

// -----

// expected-error@+1 {{is for a table or for an existential rule}}
lbm.routine @r rule 0 {
  lbm.done
}

// -----

// expected-error@+1 {{does not end with lbm.done}}
lbm.routine @r existential 0 rule 0 {
  lbm.witness rule 0 count 0 new 1
}

// -----

lbm.routine @r existential 0 rule 0 {
  // expected-error@+1 {{belongs in a plan}}
  lbm.refute
  lbm.done
}

// -----

lbm.table @t id 0 arity 1 sorts [-1]
lbm.plan @p on @t rule 0 count 1 {
  // expected-error@+1 {{there is no register 16}}
  lbm.new @t[?] premise 0 : () -> !lbm.reg<16>
  lbm.refute
}
