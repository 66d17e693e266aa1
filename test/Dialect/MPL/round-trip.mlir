// RUN: %mpl-opt %s | %mpl-opt | FileCheck %s
// RUN: %mpl-opt --mlir-print-op-generic %s | %mpl-opt | FileCheck %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// CHECK: !binary = !mpl.power<!mpl.product<!mpl.elem, !mpl.product<!mpl.elem, !mpl.elem>>>
// CHECK: !set = !mpl.power<!mpl.elem>
!binary = !mpl.power<!mpl.product<!mpl.elem, !mpl.product<!mpl.elem, !mpl.elem>>>
!set = !mpl.power<!mpl.elem>

// CHECK-LABEL: mpl.define @idempotent(%f: !binary, %X: !set) {
mpl.define @idempotent(%f: !binary, %X: !set) {
  // CHECK-NEXT: %[[ALL:.*]] = mpl.forall (%x: !mpl.elem) {
  %0 = mpl.forall (%x: !mpl.elem) {
    // CHECK-NEXT: %[[IN:.*]] = mpl.atom "in"(%x, %X) : !mpl.elem, !set
    %1 = mpl.atom "in"(%x, %X) : !mpl.elem, !set
    // CHECK-NEXT: %[[OP:.*]] = mpl.atom "in3"(%x, %x, %x, %f)
    %2 = mpl.atom "in3"(%x, %x, %x, %f) : !mpl.elem, !mpl.elem, !mpl.elem, !binary
    // CHECK-NEXT: mpl.implies %[[IN]], %[[OP]]
    mpl.implies %1, %2
  }
  // CHECK: mpl.hold %[[ALL]]
  mpl.hold %0
}

// A name that is no identifier keeps its spelling.
// CHECK-LABEL: mpl.theory @T(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
mpl.theory @T(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
  // CHECK-NEXT: mpl.equal %c, %c : !mpl.elem
  %0 = mpl.equal %c, %c : !mpl.elem
  // CHECK-NEXT: mpl.not
  %1 = mpl.not %0
  // CHECK-NEXT: mpl.and %0, %1
  %2 = mpl.and %0, %1
  // An implication without variables.
  // CHECK-NEXT: mpl.forall () {
  %3 = mpl.forall () {
    mpl.implies %0, %2
  }
  mpl.hold %3
}

// CHECK: mpl.induction "N" from ["c", "+"]
mpl.induction "N" from ["c", "+"]
// CHECK: mpl.fact "in"["c", "N"]
mpl.fact "in"["c", "N"]
// CHECK: mpl.explore @laws ["c", "+"] bounds ["size" = 3, "variables" = 2]
mpl.explore @laws ["c", "+"] bounds ["size" = 3, "variables" = 2]
// CHECK: mpl.explore @nothing [] bounds []
mpl.explore @nothing [] bounds []

// CHECK-LABEL: mpl.conjecture @one(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
mpl.conjecture @one(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}
// CHECK-LABEL: mpl.assume @two(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
mpl.assume @two(%N: !set, %plus "+": !binary, %c: !mpl.elem) {
  %0 = mpl.equal %c, %c : !mpl.elem
  mpl.hold %0
}
