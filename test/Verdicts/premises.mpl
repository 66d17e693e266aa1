// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Premises of every form, and existentials and disjunctions of any formulas.
// VERDICT or_premise proved
// VERDICT exists_premise proved
// VERDICT forall_premise proved
// VERDICT not_all proved
// VERDICT no_implication proved
// VERDICT exists_or proved
// VERDICT exists_different proved
// VERDICT or_exists proved
// VERDICT or_all proved
// VERDICT apart proved
// VERDICT one_part proved
// VERDICT brackets proved
// VERDICT wrong_or true
// VERDICT wrong_all refuted
(import "../../mpl/function.mpl")
(theory Premises[N,i0,i1,s,P,Q]
  (& (in[i0,N]) (fXY[s,N,N]) (in2[i0,i1,s]) (>[x] (in[x,N]) !(in2[x,i0,s]))
     (>[x] (in[x,P]) (in[x,N])) (>[x] (in[x,Q]) (in[x,N]))))
(conjecture or_premise (>[x] !(&!(in[x,P])!(in[x,Q])) (in[x,N])))
(conjecture exists_premise (>[x] !(>[y] (in[y,P]) !(in2[x,y,s])) (in[x,N])))
(conjecture forall_premise (>[y] (>[x] (in[x,N]) !(in2[x,y,s])) !(=[y,i1])))
(conjecture not_all (>[] !(>[x] (in[x,N]) (in[x,P])) !(>[x] (in[x,N]) !!(in[x,P]))))
(conjecture no_implication (>[x] !(>[] (in[x,N]) (in[x,P])) !(in[x,P])))
(conjecture exists_or !(>[x] (in[x,N]) (&!(=[x,i0])!(=[x,i1]))))
(conjecture exists_different !(>[x] (in[x,N]) !!(=[x,i0])))
(conjecture or_exists (>[y] (in2[i0,y,s]) !(&!!(>[x] (in[x,N]) !(in2[x,y,s]))!(=[y,i0]))))
(conjecture or_all (>[y] (in2[i1,y,s]) !(&(>[x] (in[x,N]) !(in2[x,y,s]))!(=[y,i0]))))
(conjecture apart !(=[i0,i1]))
(conjecture one_part (>[x] (& (in[x,P])) (in[x,N])))
(conjecture brackets (>[x] (in[x,N]) (!(in2[x,i0,s]))))
(conjecture wrong_or (>[x] !(&!(in[x,P])!(in[x,N])) (in[x,N])))
(conjecture wrong_all (>[] (>[x] (in[x,P]) (in[x,Q])) (>[x] (in[x,Q]) (in[x,P]))))
