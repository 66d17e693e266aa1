// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// Lists over the empty set: there is the empty list alone.
// VERDICT all_lists_agree proved
// VERDICT nil_is_no_list refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory None[E,L,nil,cons] (&(in[nil,L])(fXYZ[cons,E,L,L])(>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))(>[x,l,y,m,k](&(in3[x,l,k,cons])(in3[y,m,k,cons]))(&(=[x,y])(=[l,m])))(>[x](in[x,E])!(in[x,E]))))
(induction [L,nil,cons])
(conjecture all_lists_agree (>[l,m](&(in[l,L])(in[m,L]))(=[l,m])))
(conjecture nil_is_no_list (>[l](in[l,L])!(=[l,nil])))
