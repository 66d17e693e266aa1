// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --convert-plan-to-llvm | FileCheck %s

// The whole way: nothing but the LLVM dialect remains.

// CHECK-NOT: plan.
// CHECK-NOT: scf.
// CHECK-NOT: func.func
// CHECK:     llvm.func @join.0(
// CHECK:       llvm.call @mpl_list_first
// CHECK:       llvm.cond_br
// CHECK:     llvm.mlir.global external constant @mplKernels()
// CHECK-NOT: plan.
plan.table @r id 0 slot 0 arity 2
plan.kernel @join.0 on @r pivot 0 rule 0 (%a, %b) {
  plan.scan @r[%b, ?] premise 1 upto -> (%c) {
    plan.derive @r[%a, %c]
  }
}
plan.program {
  "theory T"
}
