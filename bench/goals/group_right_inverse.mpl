// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Left inverses are right inverses.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// a * inv(a) = e
(conjecture group_right_inverse (>[a,c](in2[a,c,inv])(in3[a,c,e,*])))
