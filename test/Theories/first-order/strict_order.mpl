// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A strict total order.
(theory Strict[S,<] (&
  (>[x,y](in2[x,y,<])(&(in[x,S])(in[y,S])))
  (>[x](in[x,S])!(in2[x,x,<]))
  (>[x,y,z](&(in2[x,y,<])(in2[y,z,<]))(in2[x,z,<]))
  (>[x,y](&(in[x,S])(in[y,S])!(=[x,y]))!(&!(in2[x,y,<])!(in2[y,x,<])))))
// VERDICT asymmetric proved
(conjecture asymmetric (>[x,y](in2[x,y,<])!(in2[y,x,<])))
// VERDICT comparison proved
(conjecture comparison (>[x,y,z](&(in2[x,y,<])(in[z,S]))!(&!(in2[x,z,<])!(in2[z,y,<]))))
// VERDICT not_above proved
(conjecture not_above (>[x,y,z](&(in[x,S])(in2[y,z,<])!(in2[y,x,<]))(in2[x,z,<])))
// VERDICT tight proved
(conjecture tight (>[x,y](&(in[x,S])(in[y,S])!(in2[x,y,<])!(in2[y,x,<]))(=[x,y])))
// VERDICT no_cycle proved
(conjecture no_cycle (>[x,y,z](&(in2[x,y,<])(in2[y,z,<]))!(in2[z,x,<])))
// VERDICT negatively_transitive proved
(conjecture negatively_transitive (>[x,y,z](&(in[x,S])(in[y,S])(in[z,S])!(in2[x,y,<])!(in2[y,z,<]))!(in2[x,z,<])))
// VERDICT dense refuted
(conjecture dense (>[x,y](in2[x,y,<])!(>[z](in2[x,z,<])!(in2[z,y,<]))))
// VERDICT unbounded refuted
(conjecture unbounded (>[x](in[x,S])!(>[y](in[y,S])!(in2[x,y,<]))))
