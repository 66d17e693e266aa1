// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Complements are unique.
(import "../../mpl/boolean_algebra_laws.mpl")

(theory Goal[A,meet,join,not,bottom,top] (BooleanAlgebra[A,meet,join,not,bottom,top]))

// meet(a, b) = bottom and join(a, b) = top -> not(a) = b
(conjecture algebra_complement_unique (>[a,b](&(in3[a,b,bottom,meet])(in3[a,b,top,join]))(in2[a,b,not])))
