// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OPTIONS --time-limit 5
// The same lists where nothing is said of their members, and numbers beside them.
// VERDICT members_agree refuted
// VERDICT all_lists_agree refuted
// VERDICT reverses_agree refuted
// VERDICT cons_injective proved
// VERDICT lists_or_members refuted
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(theory Two[E,L,nil,cons] (&(in[nil,L])(fXYZ[cons,E,L,L])(>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))(>[x,l,y,m,k](&(in3[x,l,k,cons])(in3[y,m,k,cons]))(&(=[x,y])(=[l,m])))))
(induction [L,nil,cons])
(conjecture members_agree (>[x,y,l,m,k](&(in3[x,l,m,cons])(in3[y,l,k,cons]))(=[m,k])))
(conjecture all_lists_agree (>[l,m](&(in[l,L])(in[m,L]))(=[l,m])))
(conjecture reverses_agree (>[x,y,l,m,k,n,o](&(in3[y,l,m,cons])(in3[x,m,k,cons])(in3[x,l,n,cons])(in3[y,n,o,cons]))(=[k,o])))
(conjecture cons_injective (>[x,y,l,k](&(in3[x,l,k,cons])(in3[y,l,k,cons]))(=[x,y])))
(conjecture lists_or_members (>[x,l,k](in3[x,l,k,cons])(&(=[k,nil])(=[l,nil]))))
