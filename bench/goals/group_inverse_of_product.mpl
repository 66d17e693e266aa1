// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The inverse of a product.
(import "../../mpl/group.mpl")

(theory Goal[G,*,e,inv] (Group[G,*,e,inv]))

// inv(a * b) = inv(b) * inv(a)
(conjecture group_inverse_of_product (>[a,b,c,d,f,g](&(in2[b,c,inv])(in2[a,d,inv])(in3[c,d,f,*])(in3[a,b,g,*]))(in2[g,f,inv])))
