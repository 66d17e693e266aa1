// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Open disjunctions are split, whichever number of premises they lack.
// VERDICT either_way proved
// VERDICT three_ways proved
// VERDICT first refuted
(theory Cases[A,B,C,D,x]
  (& !(&!(in[x,A])!(in[x,B])) (>[y] (in[y,A]) (in[y,C])) (>[y] (in[y,B]) (in[y,C]))
     (>[y] (in[y,C]) !(&!(in[y,A])!(in[y,B])!(in[y,D]))) (>[y] (in[y,D]) (in[y,C]))))
(conjecture either_way (in[x,C]))
(conjecture three_ways (>[y] !(&!(in[y,A])!(in[y,B])!(in[y,D])) (in[y,C])))
(conjecture first (in[x,A]))
