// RUN: %mpl-opt --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A name is declared once.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{declares the constant @c again}}
  horn.constant @c
}

// -----

// References: relations, constants, rules.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    // expected-error @below {{refers to an unknown relation @Q}}
    horn.match @Q(%x)
    horn.refute
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r() {
    // expected-error @below {{refers to an unknown constant @d}}
    %0 = horn.value @d
    horn.refute
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{refers to an unknown rule @r}}
  horn.build @b for @r core 1 (%x, %y) {
    horn.match @R(%x, %y)
    horn.create @R(%y, %x)
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{refers to an unknown rule @k}}
  horn.relation @F "in2"["$0", "$1", "F"] (element, element) functional by @k
}

// -----

// An atom has an argument for each column.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    // expected-error @below {{gives 1 arguments to @R, which has 2 columns}}
    horn.match @R(%x)
    horn.refute
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

// Patterns show each column once.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{has a column that its pattern does not show}}
  horn.relation @F "in2"["$0", "F"] (element, element)
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{has no column for "$1" of its pattern}}
  horn.relation @F "in2"["$0", "$1"] (element)
}

// -----

// A function needs an input.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{is functional but has no input}}
  horn.relation @F "in"["$0", "F"] (element) functional by @k
}

// -----

// Exactly one head, after the premises.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{needs exactly one head, not 0}}
  horn.rule @r(%x) {
    horn.match @R(%x, %x)
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{needs exactly one head, not 2}}
  horn.rule @r(%x) {
    horn.equate %x, %x
    horn.refute
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    horn.refute
    // expected-error @below {{must stand before the head}}
    horn.match @R(%x, %x)
    horn.source use "T" at "i" where [] cites []
  }
}

// -----

// A rule says where it comes from.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{must end with horn.source}}
  horn.rule @r(%x) {
    horn.match @R(%x, %x)
    horn.refute
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    horn.match @R(%x, %x)
    horn.refute
    // expected-error @below {{cites premise 1 of 1}}
    horn.source use "T" at "i" where [] cites [premise 1]
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    horn.match @R(%x, %x)
    horn.refute
    // expected-error @below {{'statement' is for goals, and goals only}}
    horn.source statement where [] cites [premise 0]
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.rule @r(%x) {
    horn.match @R(%x, %x)
    horn.refute
    // expected-error @below {{expected 'use', 'fold', 'statement', 'contradict', 'symmetry' or 'contrapose'}}
    horn.source because where [] cites [premise 0]
  }
}

// -----

// Constants are not kept apart by a goal.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  horn.goal @g "g" (%x) {
    // expected-error @below {{may not stand in horn.goal}}
    horn.apart %x, %x
    horn.source statement where [] cites []
  }
}

// -----

// The core is among the matches.
horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{has a core of 2 among 1 matches}}
  horn.build @b for @r core 2 (%x, %y) {
    horn.match @R(%x, %y)
    horn.create @R(%y, %x)
  }
}

// -----

horn.program @T {
  horn.constant @c
  horn.relation @R "in2"["$0", "$1", "R"] (element, element)
  // expected-error @below {{must end with horn.create}}
  horn.build @b for @r core 1 (%x, %y) {
    horn.match @R(%x, %y)
  }
}

// -----

horn.program @T {
  // expected-error @below {{refers to an unknown relation @R}}
  horn.relation @"!R" not "in2"["$0", "$1", "R"] (element, element) complement of @R
}

// -----

horn.program @T {
  horn.relation @"!R" not "in"["$0", "R"] (element)
  horn.rule @r(%x) {
    horn.match @"!R"(%x)
    horn.refute
    // expected-error @below {{refers to an unknown rule @other}}
    horn.source contrapose "other" at "0" where [] cites []
  }
}
