// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --lbm-allocate-banks -split-input-file -verify-diagnostics

// expected-error@+1 {{has no lbm.machine: how many banks are there?}}
module {
  lbm.table @t id 0 arity 1 sorts [-1]
}

// -----

lbm.machine columns 4
// expected-error@+1 {{has more columns than the machine}}
lbm.table @t id 0 arity 5 sorts [-1, -1, -1, -1, -1]
