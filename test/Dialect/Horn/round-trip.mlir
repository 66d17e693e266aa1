// RUN: %mpl-opt %s | %mpl-opt | FileCheck %s
// RUN: %mpl-opt --mlir-print-op-generic %s | %mpl-opt | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK-LABEL: horn.program @T {
horn.program @T {
  // CHECK-NEXT: horn.constant @i0
  horn.constant @i0
  // CHECK-NEXT: horn.constant @i1
  horn.constant @i1
  // CHECK-NEXT: horn.constant @"+" of "P(x(1)(x(1)(1)))"
  horn.constant @"+" of "P(x(1)(x(1)(1)))"

  // CHECK-NEXT: horn.relation @in3 "in3"["$0", "$1", "$2", "$3"] (element, element, element, of "P(x(1)(x(1)(1)))")
  horn.relation @in3 "in3"["$0", "$1", "$2", "$3"] (element, element, element, of "P(x(1)(x(1)(1)))")
  // CHECK-NEXT: horn.relation @in.N "in"["$0", "N"] (element)
  horn.relation @in.N "in"["$0", "N"] (element)
  // CHECK-NEXT: horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @typing, element) functional by @key total by @total constructor
  horn.relation @in2.s "in2"["$0", "$1", "s"] (element in @in.N by @typing, element) functional by @key total by @total constructor

  // CHECK-NEXT: horn.relation @"!in2.s" not "in2"["$0", "$1", "s"] (element, element) complement of @in2.s
  horn.relation @"!in2.s" not "in2"["$0", "$1", "s"] (element, element) complement of @in2.s
  // CHECK-NEXT: horn.relation @"!=" not "="["$0", "$1"] (element, element)
  horn.relation @"!=" not "="["$0", "$1"] (element, element)
  // CHECK-NEXT: horn.induction "N" from ["i0", "s"]
  horn.induction "N" from ["i0", "s"]
  // CHECK-NEXT: horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
  horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]

  // CHECK-NEXT: horn.rule @typing inactive (%x, %y) {
  horn.rule @typing inactive (%x, %y) {
    // CHECK-NEXT: horn.match @in2.s(%x, %y)
    horn.match @in2.s(%x, %y)
    // CHECK-NEXT: horn.derive @in.N(%x)
    horn.derive @in.N(%x)
    // CHECK-NEXT: horn.source use "T" at "1.i" where ["x" = %x, "y" = %y] cites [premise 0]
    horn.source use "T" at "1.i" where ["x" = %x, "y" = %y] cites [premise 0]
  }
  // CHECK: horn.rule @key inactive (%x, %y, %z) {
  horn.rule @key inactive (%x, %y, %z) {
    horn.match @in2.s(%x, %y)
    horn.match @in2.s(%x, %z)
    // CHECK: horn.equate %y, %z
    horn.equate %y, %z
    // CHECK-NEXT: horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1, typing 1 column 0, reflexive %x]
    horn.source use "T" at "2.i" where ["x" = %x, "y" = %y, "z" = %z] cites [premise 0, premise 1, typing 1 column 0, reflexive %x]
  }
  // CHECK: horn.rule @contradict(%x, %y) {
  horn.rule @contradict(%x, %y) {
    horn.match @in2.s(%x, %y)
    horn.match @"!in2.s"(%x, %y)
    horn.refute
    // CHECK: horn.source contradict where [] cites [premise 1, premise 0]
    horn.source contradict where [] cites [premise 1, premise 0]
  }
  // CHECK: horn.rule @symmetry(%x, %y) {
  horn.rule @symmetry(%x, %y) {
    horn.match @"!="(%x, %y)
    horn.derive @"!="(%y, %x)
    // CHECK: horn.source symmetry where [] cites [premise 0]
    horn.source symmetry where [] cites [premise 0]
  }
  // CHECK: horn.rule @contrapose(%x, %y, %z) {
  horn.rule @contrapose(%x, %y, %z) {
    horn.match @in2.s(%x, %y)
    horn.match @"!="(%y, %z)
    horn.derive @"!in2.s"(%x, %z)
    // CHECK: horn.source contrapose "key" at "1" where [] cites []
    horn.source contrapose "key" at "1" where [] cites []
  }
  // CHECK: horn.rule @denied(%x) {
  horn.rule @denied(%x) {
    %0 = horn.value @i0
    horn.match @in.N(%x)
    horn.derive @"!="(%x, %0)
    // CHECK: horn.source use "T" at "3.i" where ["x" = %x] cites [premise 0, assumed]
    horn.source use "T" at "3.i" where ["x" = %x] cites [premise 0, assumed]
  }
  // CHECK: horn.rule @total inactive (%x) {
  horn.rule @total inactive (%x) {
    horn.match @in.N(%x)
    // CHECK: horn.witness(%y) {
    horn.witness(%y) {
      // CHECK-NEXT: horn.match @in2.s(%x, %y)
      horn.match @in2.s(%x, %y)
    }
    horn.source use "T" at "0.i" where ["x" = %x] cites [premise 0]
  }
  // CHECK: horn.rule @no(%x) {
  horn.rule @no(%x) {
    // CHECK-NEXT: %[[I0:.*]] = horn.value @i0
    %0 = horn.value @i0
    horn.match @in2.s(%x, %0)
    // CHECK: horn.refute
    horn.refute
    horn.source use "T" at "3.i" where ["x" = %x] cites [premise 0]
  }
  // CHECK: horn.rule @different() {
  horn.rule @different() {
    %0 = horn.value @i0
    %1 = horn.value @i1
    // CHECK: horn.apart %{{.*}}, %{{.*}}
    horn.apart %0, %1
    // CHECK-NEXT: horn.source use "T" at "4" where [] cites [premise 0]
    horn.source use "T" at "4" where [] cites [premise 0]
  }
  // CHECK: horn.rule @fold template @in3 (%a, %f, %c) {
  horn.rule @fold template @in3 (%a, %f, %c) {
    horn.match @in3(%a, %a, %c, %f)
    horn.derive @in3(%a, %c, %a, %f)
    // CHECK: horn.source fold "D" where ["c" = %c] cites [premise 0]
    horn.source fold "D" where ["c" = %c] cites [premise 0]
  }
  // CHECK: horn.build @key.build0 for @key core 1 unfold (%a, %b) {
  horn.build @key.build0 for @key core 1 unfold (%a, %b) {
    // CHECK-NEXT: horn.match @in.N(%a)
    horn.match @in.N(%a)
    // CHECK-NEXT: horn.create @in2.s(%a, %b)
    horn.create @in2.s(%a, %b)
  }
  // CHECK: horn.goal @c "(>[a,b](in2[a,b,s])(=[a,b]))" (%a, %b) {
  horn.goal @c "(>[a,b](in2[a,b,s])(=[a,b]))" (%a, %b) {
    horn.match @in2.s(%a, %b)
    horn.equate %a, %b
    // CHECK: horn.source statement where ["a" = %a, "b" = %b] cites [premise 0]
    horn.source statement where ["a" = %a, "b" = %b] cites [premise 0]
  }
  // CHECK: horn.goal @d "(in[i0,N])" assumed () {
  horn.goal @d "(in[i0,N])" assumed () {
    %0 = horn.value @i0
    horn.derive @in.N(%0)
    horn.source statement where [] cites []
  }
}
