// RUN: %mpl-opt --horn-infer-keys --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// An induction form must be supported by the axioms.

// No base case.
module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
    // expected-error @below {{induction over 'N' needs 'i0' in 'N' as an axiom}}
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    horn.rule @T.1.u.0.i(%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.N(%y)
        horn.match @in2.s(%x, %y)
      }
      horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.0(%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.1(%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.N(%y)
      horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.2.i(%x, %y, %z) {
      horn.match @in2.s(%x, %y)
      horn.match @in2.s(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
  }
}

// -----

// No function at all: every lack is named.
module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
    // expected-error @below {{induction over 'N' needs the output of 's' in 'N'}}
    // expected-error @below {{induction over 'N' needs 's' to be total (some output)}}
    // expected-error @below {{induction over 'N' needs 's' to be a function (one output)}}
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    horn.rule @T.0() {
      %0 = horn.value @i0
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1() {
      %0 = horn.value @i0
      horn.derive @in2.s(%0, %0)
      horn.source use "T" at "1" where [] cites []
    }
  }
}

// -----

// A function into another set.
module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in.M "in"["$0", "M"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
    // expected-error @below {{induction over 'N' needs the output of 's' in 'N'}}
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    horn.rule @T.0() {
      %0 = horn.value @i0
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1.u.0.i(%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.M(%y)
        horn.match @in2.s(%x, %y)
      }
      horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.0(%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.1(%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.M(%y)
      horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.2.i(%x, %y, %z) {
      horn.match @in2.s(%x, %y)
      horn.match @in2.s(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
  }
}
