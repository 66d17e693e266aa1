// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Three pigeons in two holes: two of them share one, so that somebody is angry.
(theory Pigeons[H,p,q,r,first,second,angry] (&
  (in[p,H])(in[q,H])(in[r,H])
  (>[x](in[x,H])!(&!(in[x,first])!(in[x,second])))
  (>[x,y](&(in[x,first])(in[y,first])!(=[x,y]))(in[x,angry]))
  (>[x,y](&(in[x,second])(in[y,second])!(=[x,y]))(in[x,angry]))
  !(=[p,q])!(=[p,r])!(=[q,r])))
// VERDICT somebody proved
(conjecture somebody !(>[x](in[x,H])!(in[x,angry])))
// VERDICT two proved
(conjecture two !(&!(in[p,angry])!(in[q,angry])))
// VERDICT p_is refuted
(conjecture p_is (in[p,angry]))
