// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --convert-plan-to-lbm -split-input-file -verify-diagnostics

// expected-error@+1 {{has no plan.program: sorts and witnesses come from it}}
module {
}

// -----

// expected-error@+1 {{cannot be read: }}
plan.program {
  "nonsense"
}

// -----

// expected-error@+1 {{is not a relation of plan.program}}
plan.table @t id 0 slot 0 arity 2
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "end"
}

// -----

plan.table @in.N id 0 slot 0 arity 1
plan.kernel @two on @in.N pivot 0 rule 0 (%a) {
  plan.reach
  // expected-error@+1 {{has an operation beside it: a plan of the machine is a straight line}}
  plan.refute
}
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "end"
}

// -----

plan.table @in.N id 0 slot 0 arity 1
// expected-error@+1 {{does nothing}}
plan.kernel @nothing on @in.N pivot 0 rule 0 (%a) {
}
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "end"
}

// -----

plan.table @in.N id 0 slot 0 arity 1
plan.kernel @unknown on @in.N pivot 0 rule 0 (%a) {
  // expected-error@+1 {{has no instruction}}
  plan.invent[%a] core 1
}
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "end"
}

// -----

// expected-error@+1 {{is for native code: the machine runs whole plans}}
plan.step @all.1.0 is all arity 1 known 0 {
  plan.table @t arity 1
  plan.all @t given -> (%0) {
    plan.bind 0, %0
    plan.next
  }
}
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation in.N in 2 $0 N 1 - - 0 - - 0"
  "end"
}

// -----

// expected-error@+1 {{relation r has too many columns for the machine}}
plan.program {
  "mpl-program 1"
  "theory T"
  "source %"
  "relation r in9 10 $0 $1 $2 $3 $4 $5 $6 $7 $8 r 9 - - - - - - - - - - - - - - - - - - 0 - - 0"
  "end"
}
