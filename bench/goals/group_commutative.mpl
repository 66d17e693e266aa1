// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not true in all groups.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// False: a * b = b * a
(conjecture group_commutative (>[a,b,c](in3[b,a,c,*])(in3[a,b,c,*])))
