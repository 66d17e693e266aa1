// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Disjoint elements need not make up the whole.
(import "../../mpl/boolean_algebra_laws.mpl")

(theory Goal[A,meet,join,not,bottom,top] (BooleanAlgebra[A,meet,join,not,bottom,top]))

// False: meet(a, b) = bottom -> join(a, b) = top
(conjecture algebra_join_is_top (>[a,b](in3[a,b,bottom,meet])(in3[a,b,top,join])))
