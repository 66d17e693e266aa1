// RUN: %mpl-opt --mpl-clausify --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is no Horn clause is an error where it stands.

// A disjunction as a premise.
!set = !mpl.power<!mpl.elem>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !mpl.elem) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.equal %x, %c : !mpl.elem
      %3 = mpl.not %2
      %4 = mpl.equal %x, %d : !mpl.elem
      %5 = mpl.not %4
      %6 = mpl.and %3, %5
      // expected-error @below {{not supported yet: a disjunction as a premise}}
      %7 = mpl.not %6
      mpl.implies %7, %1
    }
    mpl.hold %0
  }
}

// -----

// A premise that is negated twice: importing MPL leaves none.
!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.atom "in2"(%x, %x, %f) : !mpl.elem, !mpl.elem, !unary
      %3 = mpl.not %2
      // expected-error @below {{not supported yet: a double negation}}
      %6 = mpl.not %3
      %4 = mpl.and %1, %6
      %5 = mpl.equal %x, %c : !mpl.elem
      mpl.implies %4, %5
    }
    mpl.hold %0
  }
}

// -----

// An existential premise.
!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.forall (%y: !mpl.elem) {
        %6 = mpl.atom "in"(%y, %N) : !mpl.elem, !set
        %7 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
        %8 = mpl.not %7
        mpl.implies %6, %8
      }
      // expected-error @below {{not supported yet: an existential premise; bind its variables in the implication instead}}
      %3 = mpl.not %2
      %4 = mpl.and %1, %3
      %5 = mpl.equal %x, %c : !mpl.elem
      mpl.implies %4, %5
    }
    mpl.hold %0
  }
}

// -----

// A universal premise.
!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      // expected-error @below {{not supported yet: a universal statement as a premise}}
      %2 = mpl.forall (%y: !mpl.elem) {
        %5 = mpl.atom "in"(%y, %N) : !mpl.elem, !set
        %6 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
        mpl.implies %5, %6
      }
      %3 = mpl.and %1, %2
      %4 = mpl.equal %x, %c : !mpl.elem
      mpl.implies %3, %4
    }
    mpl.hold %0
  }
}

// -----

// A premise that equates constants.
!set = !mpl.power<!mpl.elem>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !mpl.elem) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      // expected-error @below {{not supported yet: a premise that equates two constants}}
      %2 = mpl.equal %c, %d : !mpl.elem
      %3 = mpl.and %1, %2
      %4 = mpl.equal %x, %c : !mpl.elem
      mpl.implies %3, %4
    }
    mpl.hold %0
  }
}

// -----

// A variable that no premise binds.
!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      // expected-error @below {{not supported yet: a clause whose variable 'y' occurs in no premise}}
      %2 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
      mpl.implies %1, %2
    }
    mpl.hold %0
  }
}

// -----

// An existential head with more than atoms.
!set = !mpl.power<!mpl.elem>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !mpl.elem) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.forall (%y: !mpl.elem) {
        %4 = mpl.atom "in"(%y, %N) : !mpl.elem, !set
        // expected-error @below {{not supported yet: '(=[x,y])', an equality in an existential head}}
        %5 = mpl.equal %x, %y : !mpl.elem
        %6 = mpl.not %5
        mpl.implies %4, %6
      }
      %3 = mpl.not %2
      mpl.implies %1, %3
    }
    mpl.hold %0
  }
}

// -----

// An equality of sets.
!set = !mpl.power<!mpl.elem>
module {
  mpl.theory @T(%N: !set, %M: !set, %c: !mpl.elem) {
    %0 = mpl.atom "in"(%c, %N) : !mpl.elem, !set
    %1 = mpl.atom "in"(%c, %M) : !mpl.elem, !set
    // expected-error @below {{not supported yet: an equality of sets or functions}}
    %2 = mpl.equal %N, %M : !set
    %3 = mpl.and %0, %1, %2
    mpl.hold %3
  }
}

// -----

// An unknown definition.
mpl.theory @T(%c: !mpl.elem) {
  // expected-error @below {{'mpl.atom' op names an unknown definition 'unknown'}}
  %0 = mpl.atom "unknown"(%c) : !mpl.elem
  mpl.hold %0
}

// -----

// Arguments that do not fit.
mpl.define @D(%x: !mpl.elem) {
  %0 = mpl.equal %x, %x : !mpl.elem
  mpl.hold %0
}
mpl.theory @T(%c: !mpl.elem, %d: !mpl.elem) {
  // expected-error @below {{'mpl.atom' op does not fit the parameters of 'D'}}
  %0 = mpl.atom "D"(%c, %d) : !mpl.elem, !mpl.elem
  mpl.hold %0
}

// -----

// A fact about something unknown.
mpl.theory @T(%c: !mpl.elem, %N: !mpl.power<!mpl.elem>) {
  %0 = mpl.atom "in"(%c, %N) : !mpl.elem, !mpl.power<!mpl.elem>
  mpl.hold %0
}
// expected-error @below {{'mpl.fact' op refers to an unknown constant "d"}}
mpl.fact "in"["d", "N"]

// -----

// A second theory.
mpl.theory @T(%c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}
// expected-error @below {{a second theory}}
mpl.theory @U(%c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}

// -----

// No theory.
// expected-error @below {{no theory: nothing says what the axioms are}}
module {
}
