// RUN: %mpl-opt --mpl-clausify --split-input-file %s | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Axioms, definitions and statements as rules and goals.

// Conjunctions split; an asserted atom of a definition is unfolded in place.
//
//   (define fXY[f,X,Y]
//     (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
//       (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
//       (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
//   (theory T[N,i0,s] (&(in[i0,N])(fXY[s,N,N])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @i0
// CHECK: horn.constant @s of "P(x(1)(1))"
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.0.i(%x) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @s
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in(%y, %0)
// CHECK-NEXT: horn.match @in2(%x, %y, %1)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.u.0.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.0(%x, %y) {
// CHECK-NEXT: %0 = horn.value @s
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.match @in2(%x, %y, %0)
// CHECK-NEXT: horn.derive @in(%x, %1)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.1.i.1(%x, %y) {
// CHECK-NEXT: %0 = horn.value @s
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.match @in2(%x, %y, %0)
// CHECK-NEXT: horn.derive @in(%y, %1)
// CHECK-NEXT: horn.source use "T" at "1.u.1.i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.u.2.i(%x, %y, %z) {
// CHECK-NEXT: %0 = horn.value @s
// CHECK-NEXT: horn.match @in2(%x, %y, %0)
// CHECK-NEXT: horn.match @in2(%x, %z, %0)
// CHECK-NEXT: horn.equate %y, %z
// CHECK-NEXT: horn.source use "T" at "1.u.2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.define @fXY(%f: !unary, %X: !set, %Y: !set) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %4 = mpl.atom "in"(%x, %X) : !mpl.elem, !set
      %5 = mpl.forall (%y: !mpl.elem) {
        %7 = mpl.atom "in"(%y, %Y) : !mpl.elem, !set
        %8 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
        %9 = mpl.not %8
        mpl.implies %7, %9
      }
      %6 = mpl.not %5
      mpl.implies %4, %6
    }
    %1 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %4 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
      %5 = mpl.atom "in"(%x, %X) : !mpl.elem, !set
      %6 = mpl.atom "in"(%y, %Y) : !mpl.elem, !set
      %7 = mpl.and %5, %6
      mpl.implies %4, %7
    }
    %2 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem, %z: !mpl.elem) {
      %4 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
      %5 = mpl.atom "in2"(%x, %z, %f) : !mpl.elem, !mpl.elem, !unary
      %6 = mpl.and %4, %5
      %7 = mpl.equal %y, %z : !mpl.elem
      mpl.implies %6, %7
    }
    %3 = mpl.and %0, %1, %2
    mpl.hold %3
  }
  mpl.theory @T(%N: !set, %i0: !mpl.elem, %s: !unary) {
    %0 = mpl.atom "in"(%i0, %N) : !mpl.elem, !set
    %1 = mpl.atom "fXY"(%s, %N, %N) : !unary, !set, !set
    %2 = mpl.and %0, %1
    mpl.hold %2
  }
}

// -----

// An equality premise is substituted away: variables are identified, or replaced
// by a constant; the clause keeps what stands for each of them.
//
//   (theory T[N,c,f] (&(>[x,y,z](&(in[x,N])(=[x,y])(in2[y,z,f]))(in[z,N])) (>[x](&(in[x,N])(=[x,c]))(in2[x,x,f]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @c
// CHECK: horn.constant @f of "P(x(1)(1))"
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
// CHECK-LABEL: horn.rule @T.0.i(%x, %z) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @f
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.match @in2(%x, %z, %1)
// CHECK-NEXT: horn.derive @in(%z, %0)
// CHECK-NEXT: horn.source use "T" at "0.i" where ["x" = %x, "y" = %x, "z" = %z] cites [premise 0, reflexive %x, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: %2 = horn.value @f
// CHECK-NEXT: horn.match @in(%0, %1)
// CHECK-NEXT: horn.derive @in2(%0, %0, %2)
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %0] cites [premise 0, reflexive %0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem, %z: !mpl.elem) {
      %3 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %4 = mpl.equal %x, %y : !mpl.elem
      %5 = mpl.atom "in2"(%y, %z, %f) : !mpl.elem, !mpl.elem, !unary
      %6 = mpl.and %3, %4, %5
      %7 = mpl.atom "in"(%z, %N) : !mpl.elem, !set
      mpl.implies %6, %7
    }
    %1 = mpl.forall (%x: !mpl.elem) {
      %3 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %4 = mpl.equal %x, %c : !mpl.elem
      %5 = mpl.and %3, %4
      %6 = mpl.atom "in2"(%x, %x, %f) : !mpl.elem, !mpl.elem, !unary
      mpl.implies %5, %6
    }
    %2 = mpl.and %0, %1
    mpl.hold %2
  }
}

// -----

// Negations refute; two constants are kept apart; a nested implication goes on
// collecting; a conjunction as a head gives several rules.
//
//   (theory T[N,c,d,f] (&(>[x](in[x,N])!(in2[x,c,f])) !(=[c,d]) (>[x,y](in2[x,y,f])!(=[x,y])) (>[x](in[x,N])(>[y](in2[x,y,f])(&(in[y,N])(=[x,y]))))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @c
// CHECK: horn.constant @d
// CHECK: horn.constant @f of "P(x(1)(1))"
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
// CHECK-LABEL: horn.rule @T.0.i(%x) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @c
// CHECK-NEXT: %2 = horn.value @f
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.match @in2(%x, %1, %2)
// CHECK-NEXT: horn.refute
// CHECK-NEXT: horn.source use "T" at "0.i" where ["x" = %x] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @d
// CHECK-NEXT: horn.apart %0, %1
// CHECK-NEXT: horn.source use "T" at "1" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.i(%x) {
// CHECK-NEXT: %0 = horn.value @f
// CHECK-NEXT: horn.match @in2(%x, %x, %0)
// CHECK-NEXT: horn.refute
// CHECK-NEXT: horn.source use "T" at "2.i" where ["x" = %x, "y" = %x] cites [premise 0, reflexive %x]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i.i.0(%x, %y) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @f
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.match @in2(%x, %y, %1)
// CHECK-NEXT: horn.derive @in(%y, %0)
// CHECK-NEXT: horn.source use "T" at "3.i.i.0" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i.i.1(%x, %y) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @f
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.match @in2(%x, %y, %1)
// CHECK-NEXT: horn.equate %x, %y
// CHECK-NEXT: horn.source use "T" at "3.i.i.1" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %d: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %6 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %7 = mpl.atom "in2"(%x, %c, %f) : !mpl.elem, !mpl.elem, !unary
      %8 = mpl.not %7
      mpl.implies %6, %8
    }
    %1 = mpl.equal %c, %d : !mpl.elem
    %2 = mpl.not %1
    %3 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %6 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
      %7 = mpl.equal %x, %y : !mpl.elem
      %8 = mpl.not %7
      mpl.implies %6, %8
    }
    %4 = mpl.forall (%x: !mpl.elem) {
      %6 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %7 = mpl.forall (%y: !mpl.elem) {
        %8 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
        %9 = mpl.atom "in"(%y, %N) : !mpl.elem, !set
        %10 = mpl.equal %x, %y : !mpl.elem
        %11 = mpl.and %9, %10
        mpl.implies %8, %11
      }
      mpl.implies %6, %7
    }
    %5 = mpl.and %0, %2, %3, %4
    mpl.hold %5
  }
}

// -----

// What always holds is left out; a variable that occurs nowhere may be anything.
//
//   (theory T[N,c] (&(in[c,N]) (>[x](in[x,N])(in[x,N])) (>[x](in[x,N])(=[x,x])) (>[x,y](in[x,N])(in[c,N]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @c
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.3.i(%x) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @c
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.derive @in(%1, %0)
// CHECK-NEXT: horn.source use "T" at "3.i" where ["x" = %x, "y" = %1] cites [premise 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem) {
    %0 = mpl.atom "in"(%c, %N) : !mpl.elem, !set
    %1 = mpl.forall (%x: !mpl.elem) {
      %5 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %6 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      mpl.implies %5, %6
    }
    %2 = mpl.forall (%x: !mpl.elem) {
      %5 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %6 = mpl.equal %x, %x : !mpl.elem
      mpl.implies %5, %6
    }
    %3 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %5 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %6 = mpl.atom "in"(%c, %N) : !mpl.elem, !set
      mpl.implies %5, %6
    }
    %4 = mpl.and %0, %1, %2, %3
    mpl.hold %4
  }
}

// -----

// A predicate is a relation of its own: its atom is the first premise of its use
// rules, and a fold rule proves it.
//
//   (define le[a,b,N,+] !(>[c](in[c,N])!(in3[a,c,b,+])))
//   (theory T[N,+] (>[a](in[a,N])(le[a,a,N,+])))
//   (conjecture trans (>[a,b,c](&(le[a,b,N,+])(le[b,c,N,+]))(le[a,c,N,+])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @"+" of "P(x(1)(x(1)(1)))"
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @le "le"["$0", "$1", "$2", "$3"] (element, element, of "P(1)", of "P(x(1)(x(1)(1)))")
// CHECK: horn.relation @in3 "in3"["$0", "$1", "$2", "$3"] (element, element, element, of "P(x(1)(x(1)(1)))")
// CHECK-LABEL: horn.rule @T.i(%a) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @"+"
// CHECK-NEXT: horn.match @in(%a, %0)
// CHECK-NEXT: horn.derive @le(%a, %a, %0, %1)
// CHECK-NEXT: horn.source use "T" at "i" where ["a" = %a] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @le.fold template @le (%a, %b, %N, %plus "+", %c) {
// CHECK-NEXT: horn.match @in(%c, %N)
// CHECK-NEXT: horn.match @in3(%a, %c, %b, %plus)
// CHECK-NEXT: horn.derive @le(%a, %b, %N, %plus)
// CHECK-NEXT: horn.source fold "le" where ["c" = %c] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @le template @le (%a, %b, %N, %plus "+") {
// CHECK-NEXT: horn.match @le(%a, %b, %N, %plus)
// CHECK-NEXT: horn.witness(%c) {
// CHECK-NEXT: horn.match @in(%c, %N)
// CHECK-NEXT: horn.match @in3(%a, %c, %b, %plus)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "le" at "-" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @trans "(>[a,b,c](&(le[a,b,N,+])(le[b,c,N,+]))(le[a,c,N,+]))" (%a, %b, %c) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @"+"
// CHECK-NEXT: horn.match @le(%a, %b, %0, %1)
// CHECK-NEXT: horn.match @le(%b, %c, %0, %1)
// CHECK-NEXT: horn.derive @le(%a, %c, %0, %1)
// CHECK-NEXT: horn.source statement where ["a" = %a, "b" = %b, "c" = %c] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!binary = !mpl.power<!mpl.product<!mpl.elem, !mpl.product<!mpl.elem, !mpl.elem>>>
!set = !mpl.power<!mpl.elem>
module {
  mpl.define @le(%a: !mpl.elem, %b: !mpl.elem, %N: !set, %plus "+": !binary) {
    %0 = mpl.forall (%c: !mpl.elem) {
      %2 = mpl.atom "in"(%c, %N) : !mpl.elem, !set
      %3 = mpl.atom "in3"(%a, %c, %b, %plus) : !mpl.elem, !mpl.elem, !mpl.elem, !binary
      %4 = mpl.not %3
      mpl.implies %2, %4
    }
    %1 = mpl.not %0
    mpl.hold %1
  }
  mpl.theory @T(%N: !set, %plus "+": !binary) {
    %0 = mpl.forall (%a: !mpl.elem) {
      %1 = mpl.atom "in"(%a, %N) : !mpl.elem, !set
      %2 = mpl.atom "le"(%a, %a, %N, %plus) : !mpl.elem, !mpl.elem, !set, !binary
      mpl.implies %1, %2
    }
    mpl.hold %0
  }
  mpl.conjecture @trans(%N: !set, %plus "+": !binary) {
    %0 = mpl.forall (%a: !mpl.elem, %b: !mpl.elem, %c: !mpl.elem) {
      %1 = mpl.atom "le"(%a, %b, %N, %plus) : !mpl.elem, !mpl.elem, !set, !binary
      %2 = mpl.atom "le"(%b, %c, %N, %plus) : !mpl.elem, !mpl.elem, !set, !binary
      %3 = mpl.and %1, %2
      %4 = mpl.atom "le"(%a, %c, %N, %plus) : !mpl.elem, !mpl.elem, !set, !binary
      mpl.implies %3, %4
    }
    mpl.hold %0
  }
}

// -----

// A universal body gives rules for use, and none for proof.
//
//   (define upper[u,A,R] (>[x](in[x,A])(in2[x,u,R])))
//   (theory T[S,R] (>[x,y](in2[x,y,R])(&(in[x,S])(in[y,S]))))
//   (conjecture top (>[u,v](&(upper[u,S,R])(in[v,S]))(in2[v,u,R])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @S of "P(1)"
// CHECK: horn.constant @R of "P(x(1)(1))"
// CHECK: horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @upper "upper"["$0", "$1", "$2"] (element, of "P(1)", of "P(x(1)(1))")
// CHECK-LABEL: horn.rule @T.i.0(%x, %y) {
// CHECK-NEXT: %0 = horn.value @R
// CHECK-NEXT: %1 = horn.value @S
// CHECK-NEXT: horn.match @in2(%x, %y, %0)
// CHECK-NEXT: horn.derive @in(%x, %1)
// CHECK-NEXT: horn.source use "T" at "i.0" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.i.1(%x, %y) {
// CHECK-NEXT: %0 = horn.value @R
// CHECK-NEXT: %1 = horn.value @S
// CHECK-NEXT: horn.match @in2(%x, %y, %0)
// CHECK-NEXT: horn.derive @in(%y, %1)
// CHECK-NEXT: horn.source use "T" at "i.1" where ["x" = %x, "y" = %y] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @upper.i template @upper (%u, %A, %R, %x) {
// CHECK-NEXT: horn.match @upper(%u, %A, %R)
// CHECK-NEXT: horn.match @in(%x, %A)
// CHECK-NEXT: horn.derive @in2(%x, %u, %R)
// CHECK-NEXT: horn.source use "upper" at "i" where ["x" = %x] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @top "(>[u,v](&(upper[u,S,R])(in[v,S]))(in2[v,u,R]))" (%u, %v) {
// CHECK-NEXT: %0 = horn.value @S
// CHECK-NEXT: %1 = horn.value @R
// CHECK-NEXT: horn.match @upper(%u, %0, %1)
// CHECK-NEXT: horn.match @in(%v, %0)
// CHECK-NEXT: horn.derive @in2(%v, %u, %1)
// CHECK-NEXT: horn.source statement where ["u" = %u, "v" = %v] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.define @upper(%u: !mpl.elem, %A: !set, %R: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %A) : !mpl.elem, !set
      %2 = mpl.atom "in2"(%x, %u, %R) : !mpl.elem, !mpl.elem, !unary
      mpl.implies %1, %2
    }
    mpl.hold %0
  }
  mpl.theory @T(%S: !set, %R: !unary) {
    %0 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %1 = mpl.atom "in2"(%x, %y, %R) : !mpl.elem, !mpl.elem, !unary
      %2 = mpl.atom "in"(%x, %S) : !mpl.elem, !set
      %3 = mpl.atom "in"(%y, %S) : !mpl.elem, !set
      %4 = mpl.and %2, %3
      mpl.implies %1, %4
    }
    mpl.hold %0
  }
  mpl.conjecture @top(%S: !set, %R: !unary) {
    %0 = mpl.forall (%u: !mpl.elem, %v: !mpl.elem) {
      %1 = mpl.atom "upper"(%u, %S, %R) : !mpl.elem, !set, !unary
      %2 = mpl.atom "in"(%v, %S) : !mpl.elem, !set
      %3 = mpl.and %1, %2
      %4 = mpl.atom "in2"(%v, %u, %R) : !mpl.elem, !mpl.elem, !unary
      mpl.implies %3, %4
    }
    mpl.hold %0
  }
}

// -----

// A definition asserted of constants is unfolded, and a fact as well if other
// rules match it.
//
//   (define zero[x,N] (&(in[x,N])(in[x,N])))
//   (theory T[N,c] (&(zero[c,N])(>[x](zero[x,N])(=[x,c]))))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @c
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @zero "zero"["$0", "$1"] (element, of "P(1)")
// CHECK-LABEL: horn.rule @T.0.u.0() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "T" at "0.u.0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0.u.1() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "T" at "0.u.1" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%x) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @c
// CHECK-NEXT: horn.match @zero(%x, %0)
// CHECK-NEXT: horn.equate %x, %1
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @zero.fold template @zero (%x, %N) {
// CHECK-NEXT: horn.match @in(%x, %N)
// CHECK-NEXT: horn.derive @zero(%x, %N)
// CHECK-NEXT: horn.source fold "zero" where [] cites [premise 0, premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @zero.0 template @zero (%x, %N) {
// CHECK-NEXT: horn.match @zero(%x, %N)
// CHECK-NEXT: horn.derive @in(%x, %N)
// CHECK-NEXT: horn.source use "zero" at "0" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @zero.1 template @zero (%x, %N) {
// CHECK-NEXT: horn.match @zero(%x, %N)
// CHECK-NEXT: horn.derive @in(%x, %N)
// CHECK-NEXT: horn.source use "zero" at "1" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @zero(%0, %1)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
module {
  mpl.define @zero(%x: !mpl.elem, %N: !set) {
    %0 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
    %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
    %2 = mpl.and %0, %1
    mpl.hold %2
  }
  mpl.theory @T(%N: !set, %c: !mpl.elem) {
    %0 = mpl.atom "zero"(%c, %N) : !mpl.elem, !set
    %1 = mpl.forall (%x: !mpl.elem) {
      %3 = mpl.atom "zero"(%x, %N) : !mpl.elem, !set
      %4 = mpl.equal %x, %c : !mpl.elem
      mpl.implies %3, %4
    }
    %2 = mpl.and %0, %1
    mpl.hold %2
  }
}

// -----

// Facts are numbered; statements taken as proved are goals too.
//
//   (theory T[N,c,f] (in[c,N]))
//   (fact (in2[c,c,f]))
//   (fact (in[c,N]))
//   (assume a (>[x](in[x,N])!(>[y](in[y,N])!(in2[x,y,f]))))
//   (conjecture no (>[x](&(in[x,N])(=[x,c]))!(in2[x,x,f])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @N of "P(1)"
// CHECK: horn.constant @c
// CHECK: horn.constant @f of "P(x(1)(1))"
// CHECK: horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
// CHECK: horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
// CHECK-LABEL: horn.rule @T() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "T" at "-" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"fact:0"() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @f
// CHECK-NEXT: horn.derive @in2(%0, %0, %1)
// CHECK-NEXT: horn.source use "fact:0" at "-" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"fact:1"() {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: horn.derive @in(%0, %1)
// CHECK-NEXT: horn.source use "fact:1" at "-" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @a "(>[x](in[x,N])!(>[y](in[y,N])!(in2[x,y,f])))" assumed (%x) {
// CHECK-NEXT: %0 = horn.value @N
// CHECK-NEXT: %1 = horn.value @f
// CHECK-NEXT: horn.match @in(%x, %0)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in(%y, %0)
// CHECK-NEXT: horn.match @in2(%x, %y, %1)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source statement where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @no "(>[x](&(in[x,N])(=[x,c]))!(in2[x,x,f]))" () {
// CHECK-NEXT: %0 = horn.value @c
// CHECK-NEXT: %1 = horn.value @N
// CHECK-NEXT: %2 = horn.value @f
// CHECK-NEXT: horn.match @in(%0, %1)
// CHECK-NEXT: horn.match @in2(%0, %0, %2)
// CHECK-NEXT: horn.refute
// CHECK-NEXT: horn.source statement where ["x" = %0] cites [premise 0, reflexive %0, premise 1]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

!set = !mpl.power<!mpl.elem>
!unary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @T(%N: !set, %c: !mpl.elem, %f: !unary) {
    %0 = mpl.atom "in"(%c, %N) : !mpl.elem, !set
    mpl.hold %0
  }
  mpl.fact "in2"["c", "c", "f"]
  mpl.fact "in"["c", "N"]
  mpl.assume @a(%N: !set, %c: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.forall (%y: !mpl.elem) {
        %4 = mpl.atom "in"(%y, %N) : !mpl.elem, !set
        %5 = mpl.atom "in2"(%x, %y, %f) : !mpl.elem, !mpl.elem, !unary
        %6 = mpl.not %5
        mpl.implies %4, %6
      }
      %3 = mpl.not %2
      mpl.implies %1, %3
    }
    mpl.hold %0
  }
  mpl.conjecture @no(%N: !set, %c: !mpl.elem, %f: !unary) {
    %0 = mpl.forall (%x: !mpl.elem) {
      %1 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      %2 = mpl.equal %x, %c : !mpl.elem
      %3 = mpl.and %1, %2
      %4 = mpl.atom "in2"(%x, %x, %f) : !mpl.elem, !mpl.elem, !unary
      %5 = mpl.not %4
      mpl.implies %3, %5
    }
    mpl.hold %0
  }
}

// -----

// Negations. A negated premise is an atom of the complement of its relation, with
// the relation itself; a disjunction refutes the negations of its sides; a head
// that denies an equality gives a rule for each direction, where the clause's own
// premise is assumed.
// CHECK-LABEL: horn.program @Negations
// CHECK-DAG: horn.relation @in2 "in2"
// CHECK-DAG: horn.relation @"!in2" not "in2"["$0", "$1", "$2"] ({{.*}}) complement of @in2
// CHECK-DAG: horn.relation @"!=" not "="["$0", "$1"] (element, element){{$}}
!set = !mpl.power<!mpl.elem>
!binary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @Negations(%N: !set, %R: !binary) {
    // CHECK: horn.rule @Negations.0.i(%x, %y)
    // CHECK: horn.match @"!in2"(%x, %y, %{{.*}})
    // CHECK-NEXT: horn.match @"!="(%x, %y)
    // CHECK-NEXT: horn.derive @in(%x, %{{.*}})
    // CHECK-NEXT: horn.source use "Negations" at "0.i" where ["x" = %x, "y" = %y] cites [premise 0, premise 1]
    %0 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %3 = mpl.atom "in2"(%x, %y, %R) : !mpl.elem, !mpl.elem, !binary
      %4 = mpl.not %3
      %5 = mpl.equal %x, %y : !mpl.elem
      %6 = mpl.not %5
      %7 = mpl.and %4, %6
      %8 = mpl.atom "in"(%x, %N) : !mpl.elem, !set
      mpl.implies %7, %8
    }
    // CHECK: horn.rule @Negations.1.i(%x, %y)
    // CHECK: horn.match @in2(%x, %y, %{{.*}})
    // CHECK-NEXT: horn.match @"!in2"(%y, %x, %{{.*}})
    // CHECK-NEXT: horn.match @"!="(%x, %y)
    // CHECK-NEXT: horn.refute
    %1 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %3 = mpl.atom "in2"(%x, %y, %R) : !mpl.elem, !mpl.elem, !binary
      %4 = mpl.atom "in2"(%y, %x, %R) : !mpl.elem, !mpl.elem, !binary
      %5 = mpl.not %4
      %6 = mpl.equal %x, %y : !mpl.elem
      %7 = mpl.not %6
      %8 = mpl.and %5, %7
      %9 = mpl.not %8
      mpl.implies %3, %9
    }
    // CHECK: horn.rule @Negations.2.i(%x)
    // CHECK: horn.match @in2(%x, %x, %{{.*}})
    // CHECK-NEXT: horn.refute
    // CHECK: horn.rule @"Negations.2.i#1"(%x, %y)
    // CHECK: horn.match @in2(%x, %y, %{{.*}})
    // CHECK-NEXT: horn.derive @"!="(%x, %y)
    // CHECK-NEXT: horn.source use "Negations" at "2.i" where ["x" = %x, "y" = %y] cites [premise 0, assumed]
    %2 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %3 = mpl.atom "in2"(%x, %y, %R) : !mpl.elem, !mpl.elem, !binary
      %4 = mpl.equal %x, %y : !mpl.elem
      %5 = mpl.not %4
      mpl.implies %3, %5
    }
    %6 = mpl.and %0, %1, %2
    mpl.hold %6
  }
}

// -----

// Where nothing is negated, a head that denies an equality refutes it, and no more.
// CHECK-LABEL: horn.program @NoNegations
// CHECK-NOT: not "
// CHECK: horn.rule
// CHECK-NOT: horn.rule
!binary = !mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>
module {
  mpl.theory @NoNegations(%R: !binary) {
    %0 = mpl.forall (%x: !mpl.elem, %y: !mpl.elem) {
      %1 = mpl.atom "in2"(%x, %y, %R) : !mpl.elem, !mpl.elem, !binary
      %2 = mpl.equal %x, %y : !mpl.elem
      %3 = mpl.not %2
      mpl.implies %1, %3
    }
    mpl.hold %0
  }
}
