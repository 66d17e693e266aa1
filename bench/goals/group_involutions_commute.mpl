// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Involutions whose product is one commute.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// a * a = e and b * b = e and (a * b) * (a * b) = e -> a * b = b * a
(conjecture group_involutions_commute (>[a,b,c,d](&(in3[a,a,e,*])(in3[b,b,e,*])(in3[a,b,c,*])(in3[c,c,e,*])(in3[b,a,d,*]))(in3[a,b,d,*])))
