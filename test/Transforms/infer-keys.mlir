// RUN: %mpl-opt --horn-infer-keys --split-input-file %s | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Functions, sorts of columns, totality; memberships that need not be matched.

// All of it; the rules that insertion does the work of become inactive.
//
//   (define fXY[f,X,Y]
//     (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
//       (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
//       (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
//   (theory T[N,i0,s] (&(in[i0,N])(fXY[s,N,N])))
//   (induction [N,i0,s])

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @i0
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i constructor
// CHECK: horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.derive @in.N(%0)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.0.i inactive (%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.0 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.1 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.2.i inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.match @in2.s(%x, %z)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    horn.rule @T.0() {
      %0 = horn.value @i0
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
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

// A membership that a column implies is left out and cited by its typing clause;
// one that nothing implies stays.
//
//   (define fXY[f,X,Y]
//     (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
//       (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
//       (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
//   (theory T[N,i0,s] (&(in[i0,N])(fXY[s,N,N])(>[x,y](&(in[x,N])(in2[x,y,s])(in[y,N]))!(in2[x,i0,s]))(>[x,y](&(in[x,N])(in[y,N]))(=[x,y]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @i0
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.derive @in.N(%0)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.0.i inactive (%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.0 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.1 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.2.i inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.match @in2.s(%x, %z)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.i(%x, %y) {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: horn.match @in2.s(%x, %0)
// CHECK-NEXT: horn.refute
// CHECK-NEXT: horn.source use "T" at "2.i" where ["x" = %x, "y" = %y] cites [typing 0 column 0, premise 0, typing 0 column 1, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i(%x, %y) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.equate %x, %y
// CHECK-NEXT: horn.source use "T" at "3.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
    horn.rule @T.0() {
      %0 = horn.value @i0
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
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
    horn.rule @T.2.i(%x, %y) {
      %0 = horn.value @i0
      horn.match @in.N(%x)
      horn.match @in2.s(%x, %y)
      horn.match @in.N(%y)
      horn.match @in2.s(%x, %0)
      horn.refute
      horn.source use "T" at "2.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1, premise 2, premise 3]
    }
    horn.rule @T.3.i(%x, %y) {
      horn.match @in.N(%x)
      horn.match @in.N(%y)
      horn.equate %x, %y
      horn.source use "T" at "3.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
    }
  }
}

// -----

// Not a function: nothing says that outputs are unique, so the witness rule stays
// active. A key of the wrong column is none.
//
//   (theory T[N,R] (&(>[x,y](in2[x,y,R])(&(in[x,N])(in[y,N]))) (>[x](in[x,N])!(>[y](in[y,N])!(in2[x,y,R]))) (>[x,y,z](&(in2[x,z,R])(in2[y,z,R]))(=[x,y]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.relation @in2.R "in2"["$0", "$1", "R"] (element in @in.N by @T.0.i.0, element in @in.N by @T.0.i.1)
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK-LABEL: horn.rule @T.0.i.0 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.R(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "0.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0.i.1 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.R(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "0.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.R(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.i(%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.R(%x, %z)
// CHECK-NEXT: horn.match @in2.R(%y, %z)
// CHECK-NEXT: horn.equate %x, %y
// CHECK-NEXT: horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.relation @in2.R "in2"["$0", "$1", "R"] (element, element)
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.rule @T.0.i.0(%x, %y) {
      horn.match @in2.R(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "0.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.0.i.1(%x, %y) {
      horn.match @in2.R(%x, %y)
      horn.derive @in.N(%y)
      horn.source use "T" at "0.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.i(%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.N(%y)
        horn.match @in2.R(%x, %y)
      }
      horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.2.i(%x, %y, %z) {
      horn.match @in2.R(%x, %z)
      horn.match @in2.R(%y, %z)
      horn.equate %x, %y
      horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
  }
}

// -----

// A sort that itself is found only after another: the premise is left out first.
//
//   (theory T[N,R] (&(>[x,y](in2[x,y,R])(in[x,N])) (>[x,y](&(in2[x,y,R])(in[x,N]))(in[y,N]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.relation @in2.R "in2"["$0", "$1", "R"] (element in @in.N by @T.0.i, element in @in.N by @T.1.i)
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK-LABEL: horn.rule @T.0.i inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.R(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "0.i" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.R(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x, "y" = %y] cites [premise 0, typing 0 column 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.relation @in2.R "in2"["$0", "$1", "R"] (element, element)
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.rule @T.0.i(%x, %y) {
      horn.match @in2.R(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "0.i" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.i(%x, %y) {
      horn.match @in2.R(%x, %y)
      horn.match @in.N(%x)
      horn.derive @in.N(%y)
      horn.source use "T" at "1.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
    }
  }
}

// -----

// Inclusion of sets is a rule like any other.
//
//   (theory T[N,M,c] (&(in[c,N])(>[x](in[x,N])(in[x,M]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @c
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in.M "in"["$0", "M"] (element)
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: horn.derive @in.N(%0)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.derive @in.M(%x)
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @c
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in.M "in"["$0", "M"] (element)
    horn.rule @T.0() {
      %0 = horn.value @c
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1.i(%x) {
      horn.match @in.N(%x)
      horn.derive @in.M(%x)
      horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
    }
  }
}
