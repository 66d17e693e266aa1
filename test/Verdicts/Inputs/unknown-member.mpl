// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// An element of which it is not said how it is made contradicts nothing.
// VERDICT not_zero proved
// VERDICT has_next true
// VERDICT is_zero refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Unknown[N,i0,s,w] (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))(>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))(in[w,N])!(=[w,i0])))
(induction [N,i0,s])
(conjecture not_zero (>[x](in2[x,w,s])(in[x,N])))
(conjecture has_next !(>[x](in[x,N])!(in2[x,w,s])))
(conjecture is_zero (>[x,y](in2[x,y,s])(=[x,i0])))
