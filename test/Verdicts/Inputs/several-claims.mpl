// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// Statements with several claims, one of them false, and definitions in heads.
// VERDICT both refuted
// VERDICT nested refuted
// VERDICT defined refuted
// VERDICT all_true proved
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(define same[x,y] (&(=[x,y])(=[y,x])))
(define closed[f,S,T] (>[x,y](&(in[x,S])(in2[x,y,f]))(in[y,T])))
(theory Claims[N,i0,s,B,true,false,is_zero] (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))(>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
  (in[true,B])(in[false,B])!(=[true,false])
  (fXY[is_zero,N,B])(in2[i0,true,is_zero])(>[x,y](in2[x,y,s])(in2[y,false,is_zero]))))
(induction [N,i0,s])
(induction [B,true,false])
(conjecture both (>[x,y](in2[x,y,s])(&(in2[y,false,is_zero])(in2[x,true,is_zero]))))
(conjecture nested (>[x](in[x,N])(>[y](in2[x,y,s])(>[b](in2[x,b,is_zero])(=[b,true])))))
(conjecture defined (>[x,y](&(in[x,N])(in[y,N]))(same[x,y])))
(conjecture all_true (&(closed[s,N,N])(closed[is_zero,N,B])))
