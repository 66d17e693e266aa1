// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s 2>&1 | FileCheck %s
// Declarations are short for axioms; constants are in the order of the forms.
// CHECK: (define fXY[f,X,Y]
// CHECK: (define fXYZW[f,X,Y,Z,W]
// CHECK: (theory Trees[E,e,T,leaf,node,B,true,false,size,big,Even,four,other]
(theory Trees)
(set E)
(constant e : E)
// CHECK-SAME: (&(in[e,E])
(datatype T = leaf | node(T, E, T))
// CHECK-SAME: (in[leaf,T])
// Three inputs: by fXYZW of the library.
// CHECK-SAME: (fXYZW[node,T,E,T,T])
// CHECK-SAME: (>[x,y,z](&(in[x,T])(in[y,E])(in[z,T]))!(in4[x,y,z,leaf,node]))
// CHECK-SAME: (>[x,y,z,w,v,x1,x2](&(in4[x,y,z,x2,node])(in4[w,v,x1,x2,node]))(&(=[x,w])(=[y,v])(=[z,x1])))
(datatype B = true | false)
// CHECK-SAME: (in[true,B])(in[false,B])!(=[true,false])
(function size : T -> B)
// CHECK-SAME: (fXY[size,T,B])
(relation big : T, B)
// CHECK-SAME: (>[x,y](in2[x,y,big])(&(in[x,T])(in[y,B])))
(relation Even : T  Even(t) iff size(t) = true)
// CHECK-SAME: (>[x](in[x,Even])(in[x,T]))(&(>[t](in[t,Even])(in2[t,true,size]))(>[t](in2[t,true,size])(in[t,Even])))
// Four inputs: written out.
(function four, other : E, E, E, E -> E)
// CHECK-SAME: (>[x,y,z,w](&(in[x,E])(in[y,E])(in[z,E])(in[w,E]))!(>[v](in[v,E])!(in5[x,y,z,w,v,four])))(>[x,y,z,w,v](in5[x,y,z,w,v,four])(&(in[x,E])(in[y,E])(in[z,E])(in[w,E])(in[v,E])))(>[x,y,z,w,v,x1](&(in5[x,y,z,w,v,four])(in5[x,y,z,w,x1,four]))(=[v,x1]))
// CHECK: (induction [T,leaf,node])
// CHECK-NEXT: (induction [B,true,false])
(conjecture c four(x, x, x, x) = x)
// CHECK: (conjecture c (>[x](in[x,E])(in5[x,x,x,x,x,four])))
