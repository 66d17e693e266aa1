// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Idempotence follows from absorption.
(import "../../mpl/lattice.mpl")

(theory Goal[L,meet,join] (Lattice[L,meet,join]))

// meet(a, a) = a
(conjecture lattice_idempotent (>[a](in[a,L])(in3[a,a,a,meet])))
