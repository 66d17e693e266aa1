// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not true in all lattices.
(import "../../mpl/lattice.mpl")

(theory Goal[L,meet,join] (Lattice[L,meet,join]))

// False: meet(a, c) = a -> join(a, meet(b, c)) = meet(join(a, b), c)
(conjecture lattice_modular (>[a,c,b,d,f,g](&(in3[a,c,a,meet])(in3[a,b,d,join])(in3[d,c,f,meet])(in3[b,c,g,meet]))(in3[a,g,f,join])))
