// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --no-explore --splits 0 --depth 1 --blocks 60
// What axioms say already takes one block each, and makes no rules: the last
// conjecture has the blocks that are left.
(import "../../../mpl/natural.mpl")
(theory Numbers[N,i0,s,+] (&(NaturalNumbers[N,i0,s])(addition[+,N,i0,s])))
(induction [N,i0,s])
// VERDICT numbers proved
(conjecture numbers (NaturalNumbers[N,i0,s]))
// VERDICT plus proved
(conjecture plus (addition[+,N,i0,s]))
// VERDICT doubles_exist proved
(conjecture doubles_exist (>[x](in[x,N])!(>[y](in[y,N])!(in3[x,x,y,+]))))
// VERDICT zero_plus proved
(conjecture zero_plus (>[a](in[a,N])(in3[i0,a,a,+])))
