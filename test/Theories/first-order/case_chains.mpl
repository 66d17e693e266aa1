// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Disjunctions of three sides, chained.
(theory Cases[S,A,B,C,D,E,F] (&
  (>[x](in[x,S])!(&!(in[x,A])!(in[x,B])!(in[x,C])))
  (>[x](in[x,A])(in[x,D]))
  (>[x](in[x,B])!(&!(in[x,D])!(in[x,E])))
  (>[x](in[x,C])(in[x,E]))
  (>[x](in[x,D])(in[x,F]))
  (>[x](in[x,E])(in[x,F]))))
// VERDICT all proved
(conjecture all (>[x](in[x,S])(in[x,F])))
// VERDICT either proved
(conjecture either (>[x](in[x,S])!(&!(in[x,D])!(in[x,E]))))
// VERDICT never proved
(conjecture never (>[x](&(in[x,S])!(in[x,D])!(in[x,C]))(in[x,E])))
// VERDICT contra proved
(conjecture contra (>[x](&(in[x,S])!(in[x,F])(in[x,B]))(in[x,A])))
// VERDICT d refuted
(conjecture d (>[x](in[x,S])(in[x,D])))
