// RUN: %mpl-opt --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

mpl.theory @T(%c: !mpl.elem, %N: !mpl.power<!mpl.elem>) {
  // expected-error @below {{'in' takes 2 arguments, not 1}}
  %0 = mpl.atom "in"(%N) : !mpl.power<!mpl.elem>
  mpl.hold %0
}

// -----

mpl.theory @T(%c: !mpl.elem) {
  // expected-error @below {{the last argument of 'in' must be a set or function}}
  %0 = mpl.atom "in"(%c, %c) : !mpl.elem, !mpl.elem
  mpl.hold %0
}

// -----

mpl.theory @T(%c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  // expected-error @below {{needs two parts or more}}
  %1 = mpl.and %0
  mpl.hold %1
}

// -----

// expected-error @below {{binds the name "c" twice}}
mpl.theory @T(%c: !mpl.elem, %d "c": !mpl.elem) {
  %0 = mpl.equal %c, %d : !mpl.elem
  mpl.hold %0
}

// -----

// expected-error @below {{must end with mpl.hold}}
mpl.theory @T(%c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.implies %0, %0
}

// -----

mpl.theory @T(%c: !mpl.elem) {
  // expected-error @below {{must end with mpl.implies}}
  %0 = mpl.forall (%x: !mpl.elem) {
    %1 = mpl.equal %x, %c : !mpl.elem
  }
  mpl.hold %0
}

// -----

// expected-note @below {{prior use here}}
mpl.theory @T(%c: !mpl.elem, %N: !mpl.power<!mpl.elem>) {
  // expected-error @below {{use of value '%N' expects different type than prior uses}}
  %0 = mpl.equal %c, %N : !mpl.elem
  mpl.hold %0
}

// -----

// A formula sees only its own constants.
mpl.theory @T(%c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}
mpl.conjecture @C() {
  // expected-error @below {{use of undeclared SSA value name}}
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}

// -----

// expected-error @below {{needs one value a key}}
"mpl.explore"() <{sym_name = "e", symbols = [], keys = ["size"], values = array<i64>}> : () -> ()
