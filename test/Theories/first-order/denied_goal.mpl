// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Five disjunctions lead to G, none of which is decided.
(theory Deny[S,A,B,C,D,E,F,H,G] (&
  (>[x](in[x,S])!(&!(in[x,A])!(in[x,B])))
  (>[x](in[x,A])!(&!(in[x,C])!(in[x,D])))
  (>[x](in[x,B])!(&!(in[x,E])!(in[x,F])))
  (>[x](in[x,C])!(&!(in[x,E])!(in[x,H])))
  (>[x](in[x,D])!(&!(in[x,F])!(in[x,H])))
  (>[x](in[x,E])(in[x,G]))(>[x](in[x,F])(in[x,G]))(>[x](in[x,H])(in[x,G]))))
// VERDICT all proved
(conjecture all (>[x](in[x,S])(in[x,G])))
// VERDICT not_h refuted
(conjecture not_h (>[x](in[x,S])(in[x,H])))
