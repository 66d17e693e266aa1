// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Not true where an element is its own inverse.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// False: a * a = b * b -> a = b
(conjecture group_square_roots (>[a,b,c](&(in3[b,b,c,*])(in3[a,a,c,*]))(=[a,b])))
