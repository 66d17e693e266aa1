// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mpl-opt %s --lbm-allocate-banks | FileCheck %s

// Eight lists fill four banks evenly; wide tables are placed first, whatever their order.

lbm.machine columns 4
// CHECK: lbm.table @a id 0 arity 1 sorts [-1] rotation 3 lists [1]
lbm.table @a id 0 arity 1 sorts [-1]
// CHECK: lbm.table @b id 1 arity 3 sorts [-1, -1, -1] rotation 0 lists [1, 1, 1]
lbm.table @b id 1 arity 3 sorts [-1, -1, -1]
// CHECK: lbm.table @c id 2 arity 4 sorts [-1, -1, -1, -1] rotation 0 lists [0, 0, 0, 0]
lbm.table @c id 2 arity 4 sorts [-1, -1, -1, -1]
// A table without columns has no lists.
// CHECK: lbm.table @d id 3 arity 0 sorts [] rotation 0 lists []
lbm.table @d id 3 arity 0 sorts []
