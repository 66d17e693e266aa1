// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --emit-kernel-tables --split-input-file | FileCheck %s

// CHECK-LABEL: llvm.func @f
llvm.func @f(!llvm.ptr, i32, !llvm.ptr)
llvm.func @shape(!llvm.ptr, i32, !llvm.ptr)
plan.entry @f relation 3 rule 7
plan.entry @shape relation 1 rule 12 parameters [12, 1, 2]
plan.program {
  "theory T"
  "end"
}
// CHECK:     llvm.mlir.global internal constant @parameters.1(dense<[12, 1, 2]>
// CHECK:     llvm.mlir.global external constant @mplKernels() {{.*}} : !llvm.array<2 x struct<(ptr, ptr, i32, i32)>> {
// CHECK:       llvm.mlir.addressof @f
// CHECK:       llvm.mlir.addressof @shape
// CHECK:       llvm.mlir.addressof @parameters.1
// CHECK:     llvm.mlir.global external constant @mplKernelCount(2 : i32)
// CHECK:     llvm.mlir.global external constant @mplProgramText("theory T\0Aend\0A\00")
// CHECK:     llvm.mlir.global external constant @mplProgramSize(13 : i64)
// CHECK-NOT: plan.

// -----

// A theory without rules still has its tables.

// CHECK:     llvm.mlir.global external constant @mplKernels() {{.*}} : !llvm.array<0 x
// CHECK:     llvm.mlir.global external constant @mplKernelCount(0 : i32)
plan.program {
  "theory Empty"
}

// -----

// A module that has nothing to do with plans gets nothing.

// CHECK-LABEL: llvm.func @alone
// CHECK-NOT:   llvm.mlir.global
llvm.func @alone()

// -----

// CHECK: llvm.mlir.global external constant @mplSteps()
// CHECK: llvm.mlir.addressof @refute
llvm.func @refute(!llvm.ptr, !llvm.ptr, !llvm.ptr)
plan.step_entry @refute is refute
