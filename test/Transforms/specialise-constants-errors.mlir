// RUN: %mpl-opt --horn-specialise-constants --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A relation must be known.

// A quantified set.
horn.program @T {
  horn.constant @c
  horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
  // expected-error @below {{not supported yet: 'in' of the variable 'A', which is a set or function and no constant of the theory}}
  horn.rule @r(%x, %A) {
    horn.match @in(%x, %A)
    horn.equate %x, %x
    horn.source use "T" at "i" where ["x" = %x, "A" = %A] cites [premise 0]
  }
}

// -----

// Induction over what no axiom speaks of.
horn.program @T {
  horn.constant @N of "P(1)"
  horn.constant @i0
  // expected-error @below {{induction over 'N' needs 'N', but no axiom says anything about it}}
  horn.induction "N" from ["i0"]
}

// -----

// Induction by an unknown constructor.
horn.program @T {
  horn.constant @N of "P(1)"
  horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
  // expected-error @below {{'horn.induction' op names an unknown constant 'i0'}}
  horn.induction "N" from ["i0"]
}

// -----

// Not clausified.
// expected-error @below {{no horn.program; run mpl-clausify first}}
module {
}
