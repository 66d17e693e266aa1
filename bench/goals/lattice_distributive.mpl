// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not true in all lattices.
(import "../../mpl/lattice.mpl")

(theory Goal[L,meet,join] (Lattice[L,meet,join]))

// False: meet(a, join(b, c)) = join(meet(a, b), meet(a, c))
(conjecture lattice_distributive (>[a,b,c,d,f,g,h](&(in3[a,b,d,meet])(in3[a,c,f,meet])(in3[d,f,g,join])(in3[b,c,h,join]))(in3[a,h,g,meet])))
