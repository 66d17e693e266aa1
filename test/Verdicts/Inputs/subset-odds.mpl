// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// Odd numbers have a function of their own, and are not what numbers are drawn from.
// VERDICT zero_is_none true
// VERDICT next_is_none true
// VERDICT one_is_one proved
// VERDICT all_are refuted
// VERDICT none_is refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Odds[N,i0,s,i1,O,half] (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))(>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))(in2[i0,i1,s])
  (in[i1,O])(>[x](in[x,O])(in[x,N]))!(in[i0,O])
  (>[x,y](&(in2[x,y,s])(in[x,O]))!(in[y,O]))
  (>[x,y](&(in2[x,y,s])!(in[x,O])(in[x,N]))(in[y,O]))
  (fXY[half,O,N])))
(induction [N,i0,s])
(conjecture zero_is_none (>[x](=[x,i0])!(in[x,O])))
(conjecture next_is_none (>[x,y](&(in[x,O])(in2[x,y,s]))!(in[y,O])))
(conjecture one_is_one (in[i1,O]))
(conjecture all_are (>[x](in[x,N])(in[x,O])))
(conjecture none_is (>[x](in[x,N])!(in[x,O])))
