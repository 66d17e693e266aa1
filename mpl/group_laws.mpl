// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Groups from a left identity, left inverses and associativity; the program finds
// the laws.
(import "group.mpl")

(theory GroupAxioms[G,*,e,inv] (Group[G,*,e,inv]))

(explore laws[*,e,inv] (size 3) (variables 3))
