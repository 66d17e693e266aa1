// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A says: B is a knave. B says: A and C are of the same kind. What is C?
(theory Island[P,knight,knave,a,b,c] (&
  (in[a,P])(in[b,P])(in[c,P])
  (>[x](in[x,P])!(&!(in[x,knight])!(in[x,knave])))
  (>[x](in[x,knight])(in[x,P]))(>[x](in[x,knave])(in[x,P]))
  (>[x](in[x,knight])!(in[x,knave]))
  (>[](in[a,knight])(in[b,knave]))
  (>[](in[a,knave])(in[b,knight]))
  (>[](&(in[b,knight])(in[a,knight]))(in[c,knight]))
  (>[](&(in[b,knight])(in[a,knave]))(in[c,knave]))
  (>[](&(in[b,knave])(in[a,knight]))(in[c,knave]))
  (>[](&(in[b,knave])(in[a,knave]))(in[c,knight]))))
// VERDICT c_is_knave proved
(conjecture c_is_knave (in[c,knave]))
// VERDICT not_both proved
(conjecture not_both !(&(in[a,knight])(in[b,knight])))
// VERDICT one_of_two proved
(conjecture one_of_two !(&!(in[a,knight])!(in[b,knight])))
// VERDICT a_is_knight refuted
(conjecture a_is_knight (in[a,knight]))
// VERDICT b_is_knave refuted
(conjecture b_is_knave (in[b,knave]))
