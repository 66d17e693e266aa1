// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lattices: two operations that absorb each other; the program finds the laws.
(import "lattice.mpl")

(theory LatticeAxioms[L,meet,join] (Lattice[L,meet,join]))

(explore laws[meet,join] (size 3) (variables 3) (premises 2))
