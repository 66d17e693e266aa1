// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The theory that PeanoProgram.h puts together by hand.
(define fXY[f,X,Y]
  (& (>[x] (in[x,X]) !(>[v] (in[v,Y]) !(in2[x,v,f])))
     (>[x,v] (in2[x,v,f]) (& (in[x,X]) (in[v,Y])))
     (>[x,v,w] (& (in2[x,v,f]) (in2[x,w,f])) (=[v,w]))))
(define fXYZ[f,X,Y,Z]
  (& (>[x,y] (& (in[x,X]) (in[y,Y])) !(>[v] (in[v,Z]) !(in3[x,y,v,f])))
     (>[x,y,v] (in3[x,y,v,f]) (& (in[x,X]) (in[y,Y]) (in[v,Z])))
     (>[x,y,v,w] (& (in3[x,y,v,f]) (in3[x,y,w,f])) (=[v,w]))))
(theory Peano[N,i0,s,+,*]
  (& (in[i0,N])
     (fXY[s,N,N])
     (>[x] (in[x,N]) !(in2[x,i0,s]))
     (>[x,y,z] (& (in2[x,z,s]) (in2[y,z,s])) (=[x,y]))
     (fXYZ[+,N,N,N])
     (>[a] (in[a,N]) (in3[a,i0,a,+]))
     (>[a,b,p,c,d] (& (in2[b,p,s]) (in3[a,b,c,+]) (in2[c,d,s])) (in3[a,p,d,+]))
     (fXYZ[*,N,N,N])
     (>[a] (in[a,N]) (in3[a,i0,i0,*]))
     (>[a,b,p,c,d] (& (in2[b,p,s]) (in3[a,b,c,*]) (in3[c,a,d,+])) (in3[a,p,d,*]))))
(induction [N,i0,s])
