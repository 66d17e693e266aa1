// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two operations define the same order.
(import "../../mpl/lattice.mpl")

(theory Goal[L,meet,join] (Lattice[L,meet,join]))

// meet(a, b) = a -> join(a, b) = b
(conjecture lattice_order (>[a,b](in3[a,b,a,meet])(in3[a,b,b,join])))
