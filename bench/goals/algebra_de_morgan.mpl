// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// De Morgan's law in all Boolean algebras.
(import "../../mpl/boolean_algebra_laws.mpl")

(theory Goal[A,meet,join,not,bottom,top] (BooleanAlgebra[A,meet,join,not,bottom,top]))

// not(meet(a, b)) = join(not(a), not(b))
(conjecture algebra_de_morgan (>[a,b,c,d,f,g](&(in2[a,c,not])(in2[b,d,not])(in3[c,d,f,join])(in3[a,b,g,meet]))(in2[g,f,not])))
