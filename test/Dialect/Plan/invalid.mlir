// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{needs a number: only those of a shape or step are formal}}
plan.table @t arity 3

// -----

// expected-error @+1 {{is functional but has no output column}}
plan.table @t id 0 slot 0 arity 0 functional

// -----

// expected-error @+1 {{refers to @missing, which is not a table}}
plan.kernel @k on @missing pivot 0 rule 0 (%a) {
}

// -----

plan.table @t id 0 slot 0 arity 2
// expected-error @+1 {{binds 1 columns, but @t has 2}}
plan.kernel @k on @t pivot 0 rule 0 (%a) {
}

// -----

plan.table @t id 0 slot 0 arity 2 functional
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{column 0 of the key is unknown}}
  plan.probe @t[?, %b] premise 1 upto -> (%c) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{column 1 of the key is unknown}}
  plan.probe @t[%a, ?] premise 1 upto -> (%c) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{names 3 columns, but @t has 2}}
  plan.scan @t[%a, ?, ?] premise 1 upto -> (%c, %d) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{binds 1 columns, but names 2}}
  plan.scan @t[%a, ?] premise 1 upto -> (%c, %d) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{needs a known column}}
  plan.scan @t[?, ?] premise 1 upto -> (%c, %d) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{needs a premise, and a bound of `older` or `upto`}}
  plan.scan @t[%a, ?] premise 1 given -> (%c) {
  }
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{gives 1 columns, but @t has 2}}
  plan.derive @t[%a]
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{table @t is not functional}}
  plan.create @t[%a] core 1
}

// -----

plan.table @t id 0 slot 0 arity 2 functional
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{needs `core` in a kernel, and has none in a step}}
  plan.create @t[%a]
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{refers to @t, which is not an element}}
  %0 = plan.constant @t
}

// -----

plan.table @t id 0 slot 0 arity 2
plan.kernel @k on @t pivot 0 rule 0 (%a, %b) {
  // expected-error @+1 {{is for steps only}}
  plan.next
}

// -----

plan.shape @s on @t pivot 0 (%a) {
  // expected-error @+1 {{in a shape or step must be formal}}
  plan.table @t id 0 slot 0 arity 1
}

// -----

plan.table @wide id 0 slot 0 arity 2
plan.shape @s on @t pivot 0 (%a) {
  plan.table @t arity 1
}
// expected-error @+1 {{table @wide has another layout than the formal @t}}
plan.instance @i of @s [@wide] rule 0

// -----

plan.element @e index 0
plan.shape @s on @t pivot 0 (%a) {
  plan.table @t arity 1
}
// expected-error @+1 {{argument @e is not a table}}
plan.instance @i of @s [@e] rule 0

// -----

plan.shape @s on @t pivot 0 (%a) {
  plan.table @t arity 1
}
// expected-error @+1 {{gives 0 arguments, but @s has 1 formals}}
plan.instance @i of @s [] rule 0

// -----

// expected-error @+1 {{field scan takes an arity and known columns}}
plan.step @s is scan arity 3 {
}

// -----

// expected-error @+1 {{field refute takes neither an arity nor known columns}}
plan.step @s is refute arity 3 {
}
