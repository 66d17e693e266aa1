// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What axioms leave out of constructors is said, where the induction form stands.
//
// RUN: rm -rf %t && split-file %s %t
// RUN: %mplc %t/nothing.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=NOTHING
// RUN: %mplc %t/some.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=SOME
// RUN: %mplc %t/base.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=BASE
// RUN: %mplc %t/free.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty
// RUN: %mplc %t/collapse.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty
// RUN: %mplc %t/read-off.mpl --emit=horn -o %t/out 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty

// NOTHING: nothing.mpl:4:1: warning: the axioms do not say that different constructors and inputs make different members of 'N'; missing: !(=[i0,i1]) (>[x](in[x,N])!(in2[x,i0,s])) (>[x](in[x,N])!(in2[x,i1,s])) (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
// SOME: some.mpl:9:1: warning: the axioms do not say that different constructors and inputs make different members of 'L'; missing: (>[x1,x2](&(in[x1,E])(in[x2,L]))!(in3[x1,x2,nil,cons])) (>[x1,x2,y1,y2,z](&(in3[x1,x2,z,cons])(in3[y1,y2,z,cons]))(=[x2,y2]))
// BASE: base.mpl:4:1: warning: the induction form for 'N' has no base constructor: nothing is in 'N'
// NONE-NOT: warning

//--- function.mpl
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))

//--- nothing.mpl
(import "function.mpl")
(theory T[N,i0,i1,s]
  (&(in[i0,N])(in[i1,N])(fXY[s,N,N])))
(induction [N,i0,i1,s])
(conjecture c (in[i0,N]))

//--- some.mpl
(theory T[E,L,nil,cons]
  (&(in[nil,L])
    (>[x,y](&(in[x,E])(in[y,L]))!(>[z](in[z,L])!(in3[x,y,z,cons])))
    (>[x,y,z](in3[x,y,z,cons])(&(in[x,E])(in[y,L])(in[z,L])))
    (>[x,y,z,w](&(in3[x,y,z,cons])(in3[x,y,w,cons]))(=[z,w]))
    (>[x,l,y,m,k](&(in3[x,l,k,cons])(in3[y,m,k,cons]))(=[x,y]))))


(induction [L,nil,cons])
(conjecture c (in[nil,L]))

//--- base.mpl
(import "function.mpl")
(theory T[N,s]
  (fXY[s,N,N]))
(induction [N,s])
(conjecture c (>[x](in[x,N])(in2[x,x,s])))

//--- free.mpl
(import "function.mpl")
(theory T[N,i0,s,B,true,false]
  (&(in[i0,N])(fXY[s,N,N])(>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (in[true,B])(in[false,B])!(=[false,true])))
(induction [N,i0,s])
(induction [B,true,false])
(conjecture c (in[i0,N]))

//--- collapse.mpl
// The integers: s and p undo each other, on purpose.
(import "function.mpl")
(theory T[Z,i0,s,p]
  (&(in[i0,Z])(fXY[s,Z,Z])(fXY[p,Z,Z])
    (>[x,y](in2[x,y,s])(in2[y,x,p]))(>[x,y](in2[x,y,p])(in2[y,x,s]))))
(induction [Z,i0,s,p])
(conjecture c (in[i0,Z]))

//--- read-off.mpl
// A function gives the input back.
(import "function.mpl")
(theory T[N,i0,s,p]
  (&(in[i0,N])(fXY[s,N,N])(fXY[p,N,N])(>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y](in2[x,y,s])(in2[y,x,p]))))
(induction [N,i0,s])
(conjecture c (in[i0,N]))
