// RUN: %mpl-opt --horn-specialise-constants --split-input-file %s | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Sets and functions become part of the relation.

// One table a function; element constants stay arguments.
//
//   (theory T[N,i0,+,*] (&(in[i0,N]) (>[a](in[a,N])(in3[a,i0,a,+])) (>[a](in[a,N])(in3[a,i0,i0,*]))))
//   (conjecture c (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @i0
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @"in3.+" "in3"["$0", "$1", "$2", "+"] (element, element, element)
// CHECK: horn.relation @"in3.*" "in3"["$0", "$1", "$2", "*"] (element, element, element)
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.derive @in.N(%0)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%a) {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.match @in.N(%a)
// CHECK-NEXT: horn.derive @"in3.+"(%a, %0, %a)
// CHECK-NEXT: horn.source use "T" at "1.i" where ["a" = %a] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.2.i(%a) {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.match @in.N(%a)
// CHECK-NEXT: horn.derive @"in3.*"(%a, %0, %0)
// CHECK-NEXT: horn.source use "T" at "2.i" where ["a" = %a] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @c "(>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+]))" (%a, %b, %c) {
// CHECK-NEXT: horn.match @"in3.+"(%a, %b, %c)
// CHECK-NEXT: horn.derive @"in3.+"(%b, %a, %c)
// CHECK-NEXT: horn.source statement where ["a" = %a, "b" = %b, "c" = %c] cites [premise 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @N of "P(1)"
    horn.constant @i0
    horn.constant @"+" of "P(x(1)(x(1)(1)))"
    horn.constant @"*" of "P(x(1)(x(1)(1)))"
    horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
    horn.relation @in3 "in3"["$0", "$1", "$2", "$3"] (element, element, element, of "P(x(1)(x(1)(1)))")
    horn.rule @T.0() {
      %0 = horn.value @i0
      %1 = horn.value @N
      horn.derive @in(%0, %1)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1.i(%a) {
      %0 = horn.value @N
      %1 = horn.value @i0
      %2 = horn.value @"+"
      horn.match @in(%a, %0)
      horn.derive @in3(%a, %1, %a, %2)
      horn.source use "T" at "1.i" where ["a" = %a] cites [premise 0]
    }
    horn.rule @T.2.i(%a) {
      %0 = horn.value @N
      %1 = horn.value @i0
      %2 = horn.value @"*"
      horn.match @in(%a, %0)
      horn.derive @in3(%a, %1, %1, %2)
      horn.source use "T" at "2.i" where ["a" = %a] cites [premise 0]
    }
    horn.goal @c "(>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+]))" (%a, %b, %c) {
      %0 = horn.value @"+"
      horn.match @in3(%a, %b, %c, %0)
      horn.derive @in3(%b, %a, %c, %0)
      horn.source statement where ["a" = %a, "b" = %b, "c" = %c] cites [premise 0]
    }
  }
}

// -----

// The rules of a definition, once for each combination it is used with, through
// other definitions too; what nothing uses is gone.
//
//   (define le[a,b,N,+] !(>[c](in[c,N])!(in3[a,c,b,+])))
//   (define between[a,b,c,N,+] (&(le[a,b,N,+])(le[b,c,N,+])))
//   (theory T[N,M,+,*] (&(>[a,b](in3[a,b,a,+])(in[b,N])) (>[a,b](in3[a,b,a,*])(in[b,M]))))
//   (conjecture c (>[a,b,c](between[a,b,c,N,+])(le[a,c,M,*])))

// CHECK-LABEL: horn.program @T {
// CHECK: horn.relation @"in3.+" "in3"["$0", "$1", "$2", "+"] (element, element, element)
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @"in3.*" "in3"["$0", "$1", "$2", "*"] (element, element, element)
// CHECK: horn.relation @in.M "in"["$0", "M"] (element)
// CHECK: horn.relation @"between.N.+" "between"["$0", "$1", "$2", "N", "+"] (element, element, element)
// CHECK: horn.relation @"le.M.*" "le"["$0", "$1", "M", "*"] (element, element)
// CHECK: horn.relation @"le.N.+" "le"["$0", "$1", "N", "+"] (element, element)
// CHECK-LABEL: horn.rule @T.0.i(%a, %b) {
// CHECK-NEXT: horn.match @"in3.+"(%a, %b, %a)
// CHECK-NEXT: horn.derive @in.N(%b)
// CHECK-NEXT: horn.source use "T" at "0.i" where ["a" = %a, "b" = %b] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%a, %b) {
// CHECK-NEXT: horn.match @"in3.*"(%a, %b, %a)
// CHECK-NEXT: horn.derive @in.M(%b)
// CHECK-NEXT: horn.source use "T" at "1.i" where ["a" = %a, "b" = %b] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"between.fold[N,+]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @"le.N.+"(%a, %b)
// CHECK-NEXT: horn.match @"le.N.+"(%b, %c)
// CHECK-NEXT: horn.derive @"between.N.+"(%a, %b, %c)
// CHECK-NEXT: horn.source fold "between" where [] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"between.0[N,+]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @"between.N.+"(%a, %b, %c)
// CHECK-NEXT: horn.derive @"le.N.+"(%a, %b)
// CHECK-NEXT: horn.source use "between" at "0" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"between.1[N,+]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @"between.N.+"(%a, %b, %c)
// CHECK-NEXT: horn.derive @"le.N.+"(%b, %c)
// CHECK-NEXT: horn.source use "between" at "1" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"le.fold[M,*]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @in.M(%c)
// CHECK-NEXT: horn.match @"in3.*"(%a, %c, %b)
// CHECK-NEXT: horn.derive @"le.M.*"(%a, %b)
// CHECK-NEXT: horn.source fold "le" where ["c" = %c] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"le[M,*]"(%a, %b) {
// CHECK-NEXT: horn.match @"le.M.*"(%a, %b)
// CHECK-NEXT: horn.witness(%c) {
// CHECK-NEXT: horn.match @in.M(%c)
// CHECK-NEXT: horn.match @"in3.*"(%a, %c, %b)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "le" at "-" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"le.fold[N,+]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @in.N(%c)
// CHECK-NEXT: horn.match @"in3.+"(%a, %c, %b)
// CHECK-NEXT: horn.derive @"le.N.+"(%a, %b)
// CHECK-NEXT: horn.source fold "le" where ["c" = %c] cites [premise 0, premise 1]
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @"le[N,+]"(%a, %b) {
// CHECK-NEXT: horn.match @"le.N.+"(%a, %b)
// CHECK-NEXT: horn.witness(%c) {
// CHECK-NEXT: horn.match @in.N(%c)
// CHECK-NEXT: horn.match @"in3.+"(%a, %c, %b)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "le" at "-" where [] cites [premise 0]
// CHECK-NEXT: }
// CHECK-LABEL: horn.goal @c "(>[a,b,c](between[a,b,c,N,+])(le[a,c,M,*]))" (%a, %b, %c) {
// CHECK-NEXT: horn.match @"between.N.+"(%a, %b, %c)
// CHECK-NEXT: horn.derive @"le.M.*"(%a, %c)
// CHECK-NEXT: horn.source statement where ["a" = %a, "b" = %b, "c" = %c] cites [premise 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @N of "P(1)"
    horn.constant @M of "P(1)"
    horn.constant @"+" of "P(x(1)(x(1)(1)))"
    horn.constant @"*" of "P(x(1)(x(1)(1)))"
    horn.relation @in3 "in3"["$0", "$1", "$2", "$3"] (element, element, element, of "P(x(1)(x(1)(1)))")
    horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
    horn.relation @between "between"["$0", "$1", "$2", "$3", "$4"] (element, element, element, of "P(1)", of "P(x(1)(x(1)(1)))")
    horn.relation @le "le"["$0", "$1", "$2", "$3"] (element, element, of "P(1)", of "P(x(1)(x(1)(1)))")
    horn.rule @T.0.i(%a, %b) {
      %0 = horn.value @"+"
      %1 = horn.value @N
      horn.match @in3(%a, %b, %a, %0)
      horn.derive @in(%b, %1)
      horn.source use "T" at "0.i" where ["a" = %a, "b" = %b] cites [premise 0]
    }
    horn.rule @T.1.i(%a, %b) {
      %0 = horn.value @"*"
      %1 = horn.value @M
      horn.match @in3(%a, %b, %a, %0)
      horn.derive @in(%b, %1)
      horn.source use "T" at "1.i" where ["a" = %a, "b" = %b] cites [premise 0]
    }
    horn.rule @between.fold template @between (%a, %b, %c, %N, %plus "+") {
      horn.match @le(%a, %b, %N, %plus)
      horn.match @le(%b, %c, %N, %plus)
      horn.derive @between(%a, %b, %c, %N, %plus)
      horn.source fold "between" where [] cites [premise 0, premise 1]
    }
    horn.rule @between.0 template @between (%a, %b, %c, %N, %plus "+") {
      horn.match @between(%a, %b, %c, %N, %plus)
      horn.derive @le(%a, %b, %N, %plus)
      horn.source use "between" at "0" where [] cites [premise 0]
    }
    horn.rule @between.1 template @between (%a, %b, %c, %N, %plus "+") {
      horn.match @between(%a, %b, %c, %N, %plus)
      horn.derive @le(%b, %c, %N, %plus)
      horn.source use "between" at "1" where [] cites [premise 0]
    }
    horn.rule @le.fold template @le (%a, %b, %N, %plus "+", %c) {
      horn.match @in(%c, %N)
      horn.match @in3(%a, %c, %b, %plus)
      horn.derive @le(%a, %b, %N, %plus)
      horn.source fold "le" where ["c" = %c] cites [premise 0, premise 1]
    }
    horn.rule @le template @le (%a, %b, %N, %plus "+") {
      horn.match @le(%a, %b, %N, %plus)
      horn.witness(%c) {
        horn.match @in(%c, %N)
        horn.match @in3(%a, %c, %b, %plus)
      }
      horn.source use "le" at "-" where [] cites [premise 0]
    }
    horn.goal @c "(>[a,b,c](between[a,b,c,N,+])(le[a,c,M,*]))" (%a, %b, %c) {
      %0 = horn.value @N
      %1 = horn.value @"+"
      %2 = horn.value @M
      %3 = horn.value @"*"
      horn.match @between(%a, %b, %c, %0, %1)
      horn.derive @le(%a, %c, %2, %3)
      horn.source statement where ["a" = %a, "b" = %b, "c" = %c] cites [premise 0]
    }
  }
}

// -----

// An induction form names what its constants have become.
//
//   (theory T[N,i0,s] (&(in[i0,N])(>[x](in[x,N])!(>[y](in[y,N])!(in2[x,y,s])))))
//   (induction [N,i0,s])

// CHECK-LABEL: horn.program @T {
// CHECK: horn.constant @i0
// CHECK: horn.relation @in.N "in"["$0", "N"] (element)
// CHECK: horn.relation @in2.s "in2"["$0", "$1", "s"] (element, element)
// CHECK: horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
// CHECK-LABEL: horn.rule @T.0() {
// CHECK-NEXT: %0 = horn.value @i0
// CHECK-NEXT: horn.derive @in.N(%0)
// CHECK-NEXT: horn.source use "T" at "0" where [] cites []
// CHECK-NEXT: }
// CHECK-LABEL: horn.rule @T.1.i(%x) {
// CHECK-NEXT: horn.match @in.N(%x)
// CHECK-NEXT: horn.witness(%y) {
// CHECK-NEXT: horn.match @in.N(%y)
// CHECK-NEXT: horn.match @in2.s(%x, %y)
// CHECK-NEXT: }
// CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: }

module {
  horn.program @T {
    horn.constant @N of "P(1)"
    horn.constant @i0
    horn.constant @s of "P(x(1)(1))"
    horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
    horn.relation @in2 "in2"["$0", "$1", "$2"] (element, element, of "P(x(1)(1))")
    horn.induction "N" from ["i0", "s"]
    horn.rule @T.0() {
      %0 = horn.value @i0
      %1 = horn.value @N
      horn.derive @in(%0, %1)
      horn.source use "T" at "0" where [] cites []
    }
    horn.rule @T.1.i(%x) {
      %0 = horn.value @N
      %1 = horn.value @s
      horn.match @in(%x, %0)
      horn.witness(%y) {
        horn.match @in(%y, %0)
        horn.match @in2(%x, %y, %1)
      }
      horn.source use "T" at "1.i" where ["x" = %x] cites [premise 0]
    }
  }
}
