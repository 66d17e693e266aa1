// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// No value of s is 0, so a statement about such values says nothing.
(import "../../../mpl/natural.mpl")

(theory Vacuous[N,i0,s] (NaturalNumbers[N,i0,s]))
(induction [N,i0,s])

(conjecture never (>[a](in2[a,i0,s])(=[a,i0])))
(conjecture sometimes (>[a,b,c](&(in2[a,c,s])(in2[b,c,s]))(=[a,b])))
