// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// A predecessor for positive numbers alone: nothing is known of it at 0.
// VERDICT back proved
// VERDICT zero_has_none false
// VERDICT predecessor_is_zero refuted
// VERDICT next refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Partial[N,i0,s,P,p] (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))(>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
  (>[x](in[x,P])(in[x,N]))(>[x,y](in2[x,y,s])(in[y,P]))
  (fXY[p,P,N])(>[x,y](in2[x,y,s])(in2[y,x,p]))))
(induction [N,i0,s])
(conjecture back (>[x,y,z](&(in2[x,y,s])(in2[y,z,p]))(=[x,z])))
(conjecture zero_has_none (>[x](in[x,N])!(in2[i0,x,p])))
(conjecture predecessor_is_zero (>[x,y](in2[x,y,p])(=[y,i0])))
(conjecture next (>[x,y](in2[x,y,p])(in2[y,y,s])))
