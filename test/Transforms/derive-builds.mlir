// RUN: %mpl-opt --horn-derive-builds --split-input-file %s | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Applications that rules want.

// Unfolding of a recursive definition costs no generation.
//
//   (define fXY[f,X,Y]
//     (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
//       (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
//       (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
//   (define fXYZ[f,X,Y,Z]
//     (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
//       (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))
//       (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
//   (theory T[N,i0,s,+]
//     (&(in[i0,N])(fXY[s,N,N])(fXYZ[+,N,N,N])
//       (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))))
//   (induction [N,i0,s])

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @i0
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i constructor
// CHECK: horn.relation @"in3.+" "in3"["$0", "$1", "$2", "+"] (element in @in.N by @T.2.u.1.i.0, element in @in.N by @T.2.u.1.i.1, element in @in.N by @T.2.u.1.i.2) functional by @T.2.u.2.i total by @T.2.u.0.i
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
// CHECK-LABEL: horn.rule @T.2.u.0.i inactive (%x, %y) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.witness(%z) {
// CHECK-NEXT: horn.match @in.N(%z)
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %z)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "2.u.0.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.u.1.i.0 inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %z)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "2.u.1.i.0" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.u.1.i.1 inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %z)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "2.u.1.i.1" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.u.1.i.2 inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %z)
// CHECK-NEXT: horn.derive @in.N(%z)
// CHECK-NEXT: horn.source use "T" at "2.u.1.i.2" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.u.2.i inactive (%x, %y, %z, %w) {
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %z)
// CHECK-NEXT: horn.match @"in3.+"(%x, %y, %w)
// CHECK-NEXT: horn.equate %z, %w
// CHECK-NEXT: horn.source use "T" at "2.u.2.i" where ["x" = %x, "y" = %y, "z" = %z, "w" = %w] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i(%a, %b, %p, %c, %d) {
// CHECK-NEXT: horn.match @in2.s(%b, %p)
// CHECK-NEXT: horn.match @"in3.+"(%a, %b, %c)
// CHECK-NEXT: horn.match @in2.s(%c, %d)
// CHECK-NEXT: horn.derive @"in3.+"(%a, %p, %d)
// CHECK-NEXT: horn.source use "T" at "3.i" where ["a" = %a, "b" = %b, "p" = %p, "c" = %c, "d" = %d] cites [premise 0, premise 1, premise 2]
// CHECK-NEXT: }
// CHECK-LABEL: horn.build @T.3.i.build0 for @T.3.i core 2 unfold (%a, %b, %p, %c, %d, %out) {
// CHECK-NEXT: horn.match @"in3.+"(%a, %p, %out)
// CHECK-NEXT: horn.match @in2.s(%b, %p)
// CHECK-NEXT: horn.create @"in3.+"(%a, %b, %c)
// CHECK-NEXT: }
// CHECK-LABEL: horn.build @T.3.i.build1 for @T.3.i core 2 unfold (%a, %b, %p, %c, %d, %out) {
// CHECK-NEXT: horn.match @"in3.+"(%a, %p, %out)
// CHECK-NEXT: horn.match @in2.s(%b, %p)
// CHECK-NEXT: horn.match @"in3.+"(%a, %b, %c)
// CHECK-NEXT: horn.create @in2.s(%c, %d)
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @i0
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i constructor
    horn.relation @"in3.+" "in3"["$0", "$1", "$2", "+"] (element in @in.N by @T.2.u.1.i.0, element in @in.N by @T.2.u.1.i.1, element in @in.N by @T.2.u.1.i.2) functional by @T.2.u.2.i total by @T.2.u.0.i
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    horn.rule @T.0() {
      %0 = horn.value @i0
      horn.derive @in.N(%0)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1.u.0.i inactive (%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.N(%y)
        horn.match @in2.s(%x, %y)
      }
      horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.0 inactive (%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.1 inactive (%x, %y) {
      horn.match @in2.s(%x, %y)
      horn.derive @in.N(%y)
      horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.2.i inactive (%x, %y, %z) {
      horn.match @in2.s(%x, %y)
      horn.match @in2.s(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
    horn.rule @T.2.u.0.i inactive (%x, %y) {
      horn.match @in.N(%x)
      horn.match @in.N(%y)
      horn.witness(%z) {
        horn.match @in.N(%z)
        horn.match @"in3.+"(%x, %y, %z)
      }
      horn.source use "T" at "2.u.0.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
    }
    horn.rule @T.2.u.1.i.0 inactive (%x, %y, %z) {
      horn.match @"in3.+"(%x, %y, %z)
      horn.derive @in.N(%x)
      horn.source use "T" at "2.u.1.i.0" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
    }
    horn.rule @T.2.u.1.i.1 inactive (%x, %y, %z) {
      horn.match @"in3.+"(%x, %y, %z)
      horn.derive @in.N(%y)
      horn.source use "T" at "2.u.1.i.1" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
    }
    horn.rule @T.2.u.1.i.2 inactive (%x, %y, %z) {
      horn.match @"in3.+"(%x, %y, %z)
      horn.derive @in.N(%z)
      horn.source use "T" at "2.u.1.i.2" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0]
    }
    horn.rule @T.2.u.2.i inactive (%x, %y, %z, %w) {
      horn.match @"in3.+"(%x, %y, %z)
      horn.match @"in3.+"(%x, %y, %w)
      horn.equate %z, %w
      horn.source use "T" at "2.u.2.i" where ["x" = %x, "y" = %y, "z" = %z, "w" = %w] cites [premise 0, premise 1]
    }
    horn.rule @T.3.i(%a, %b, %p, %c, %d) {
      horn.match @in2.s(%b, %p)
      horn.match @"in3.+"(%a, %b, %c)
      horn.match @in2.s(%c, %d)
      horn.derive @"in3.+"(%a, %p, %d)
      horn.source use "T" at "3.i" where ["a" = %a, "b" = %b, "p" = %p, "c" = %c, "d" = %d] cites [premise 0, premise 1, premise 2]
    }
  }
}

// -----

// Rewriting by an equation creates its other side; nothing is created for a
// refutation.
//
//   (define fXY[f,X,Y]
//     (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
//       (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
//       (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
//   (theory T[N,f,g] (&(fXY[f,N,N])(fXY[g,N,N])(>[x,y,z](&(in2[x,y,f])(in2[x,z,g]))(=[y,z]))(>[x](in2[x,x,f])!(in2[x,x,g]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in2.f "in2"["$0", "$1", "f"] (element in @in.N by @T.0.u.1.i.0, element in @in.N by @T.0.u.1.i.1) functional by @T.0.u.2.i total by @T.0.u.0.i
// CHECK: horn.relation @in2.g "in2"["$0", "$1", "g"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i
// CHECK-LABEL: horn.rule @T.0.u.0.i inactive (%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "0.u.0.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0.u.1.i.0 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "0.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0.u.1.i.1 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "0.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0.u.2.i inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: horn.match @in2.f(%x, %z)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "0.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.0.i inactive (%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.g(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.0 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.g(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%x)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.1 inactive (%x, %y) {
// CHECK-NEXT: horn.match @in2.g(%x, %y)
// CHECK-NEXT: horn.derive @in.N(%y)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.2.i inactive (%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.g(%x, %y)
// CHECK-NEXT: horn.match @in2.g(%x, %z)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.i(%x, %y, %z) {
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: horn.match @in2.g(%x, %z)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.build @T.2.i.build0 for @T.2.i core 1 (%x, %y, %z, %out) {
// CHECK-NEXT: horn.match @in2.f(%x, %y)
// CHECK-NEXT: horn.create @in2.g(%x, %z)
// CHECK-NEXT: }
// CHECK-LABEL: horn.build @T.2.i.build1 for @T.2.i core 1 (%x, %y, %z, %out) {
// CHECK-NEXT: horn.match @in2.g(%x, %z)
// CHECK-NEXT: horn.create @in2.f(%x, %y)
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i(%x) {
// CHECK-NEXT: horn.match @in2.f(%x, %x)
// CHECK-NEXT: horn.match @in2.g(%x, %x)
// CHECK-NEXT: horn.refute
// CHECK-NEXT: horn.source use "T" at "3.i" where ["x" = %x] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.relation @in.N "in"["$0", "N"] (element)
    horn.relation @in2.f "in2"["$0", "$1", "f"] (element in @in.N by @T.0.u.1.i.0, element in @in.N by @T.0.u.1.i.1) functional by @T.0.u.2.i total by @T.0.u.0.i
    horn.relation @in2.g "in2"["$0", "$1", "g"] (element in @in.N by @T.1.u.1.i.0, element in @in.N by @T.1.u.1.i.1) functional by @T.1.u.2.i total by @T.1.u.0.i
    horn.rule @T.0.u.0.i inactive (%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.N(%y)
        horn.match @in2.f(%x, %y)
      }
      horn.source use "T" at "0.u.0.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.0.u.1.i.0 inactive (%x, %y) {
      horn.match @in2.f(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "0.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.0.u.1.i.1 inactive (%x, %y) {
      horn.match @in2.f(%x, %y)
      horn.derive @in.N(%y)
      horn.source use "T" at "0.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.0.u.2.i inactive (%x, %y, %z) {
      horn.match @in2.f(%x, %y)
      horn.match @in2.f(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "0.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
    horn.rule @T.1.u.0.i inactive (%x) {
      horn.match @in.N(%x)
      horn.witness(%y) {
        horn.match @in.N(%y)
        horn.match @in2.g(%x, %y)
      }
      horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.0 inactive (%x, %y) {
      horn.match @in2.g(%x, %y)
      horn.derive @in.N(%x)
      horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.1.i.1 inactive (%x, %y) {
      horn.match @in2.g(%x, %y)
      horn.derive @in.N(%y)
      horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
    }
    horn.rule @T.1.u.2.i inactive (%x, %y, %z) {
      horn.match @in2.g(%x, %y)
      horn.match @in2.g(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
    horn.rule @T.2.i(%x, %y, %z) {
      horn.match @in2.f(%x, %y)
      horn.match @in2.g(%x, %z)
      horn.equate %y, %z
      horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
    }
    horn.rule @T.3.i(%x) {
      horn.match @in2.f(%x, %x)
      horn.match @in2.g(%x, %x)
      horn.refute
      horn.source use "T" at "3.i" where ["x" = %x] cites [premise 0, premise 1]
    }
  }
}
