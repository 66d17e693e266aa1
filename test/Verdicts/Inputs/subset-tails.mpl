// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// Lists that are not empty have a tail.
// VERDICT tail_shorter true
// VERDICT no_tail_of_nil proved
// VERDICT same_tail false
// VERDICT all_have refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Tails[E,L,nil,cons,NE,tail] (&(in[nil,L])(fXYZ[cons,E,L,L])(>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))(>[x,l,y,m,k](&(in3[x,l,k,cons])(in3[y,m,k,cons]))(&(=[x,y])(=[l,m])))
  (>[l](in[l,NE])(in[l,L]))(>[x,l,k](in3[x,l,k,cons])(in[k,NE]))!(in[nil,NE])
  (fXY[tail,NE,L])(>[x,l,k](in3[x,l,k,cons])(in2[k,l,tail]))))
(induction [L,nil,cons])
(conjecture tail_shorter (>[l,k](in2[l,k,tail])(in[l,NE])))
(conjecture no_tail_of_nil (>[k](in[k,L])!(in2[nil,k,tail])))
(conjecture same_tail (>[l,m,k](&(in2[l,k,tail])(in2[m,k,tail]))(=[l,m])))
(conjecture all_have (>[l](in[l,L])(in[l,NE])))
