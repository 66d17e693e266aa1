// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What s alone makes is nothing, and there is something.
// VERDICT axioms contradictory
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory NoBase[N,s] (&(fXY[s,N,N])!(>[x](in[x,N])!(in[x,N]))))
(induction [N,s])
(conjecture all (>[x,y](&(in[x,N])(in[y,N]))(=[x,y])))
