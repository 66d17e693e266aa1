// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Factors on the left cancel.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// a * b = a * c -> b = c
(conjecture group_cancel (>[a,b,c,d](&(in3[a,c,d,*])(in3[a,b,d,*]))(=[b,c])))
