// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// Two sets that share elements, a column without a sort, a head that is a membership.
// VERDICT low_is_number proved
// VERDICT both_refuted false
// VERDICT not_high true
// VERDICT low_is_not_high false
// VERDICT related_is_low false
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Shared[N,i0,s,i1,Low,High,r] (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))(>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))(in2[i0,i1,s])
  (in[i0,Low])(in[i1,Low])(in[i1,High])
  (>[x](in[x,Low])(in[x,N]))(>[x](in[x,High])(in[x,N]))
  !(in[i0,High])(in2[i0,i1,r])))
(induction [N,i0,s])
(conjecture low_is_number (>[x](in[x,Low])(in[x,N])))
(conjecture both_refuted (>[x](in[x,Low])!(in[x,High])))
(conjecture not_high (>[x](&(in[x,N])(=[x,i0]))!(in[x,High])))
(conjecture low_is_not_high (>[x](in[x,High])(in[x,Low])))
(conjecture related_is_low (>[x,y](in2[x,y,r])!(in[x,Low])))
