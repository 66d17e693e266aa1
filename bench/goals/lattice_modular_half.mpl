// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One half of the modular law holds in all lattices.
(import "../../mpl/lattice.mpl")

(theory Goal[L,meet,join] (Lattice[L,meet,join]))

// meet(a, c) = a -> meet(join(a, meet(b, c)), c) = join(a, meet(b, c))
(conjecture lattice_modular_half (>[a,c,b,d,f](&(in3[a,c,a,meet])(in3[b,c,d,meet])(in3[a,d,f,join]))(in3[f,c,f,meet])))
