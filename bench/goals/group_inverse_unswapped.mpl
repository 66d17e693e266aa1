// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not true in groups that do not commute.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// False: inv(a * b) = inv(a) * inv(b)
(conjecture group_inverse_unswapped (>[a,b,c,d,f,g](&(in2[a,c,inv])(in2[b,d,inv])(in3[c,d,f,*])(in3[a,b,g,*]))(in2[g,f,inv])))
