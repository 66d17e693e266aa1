// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that is injective: the smallest theory with rules and a theorem.
(define function[f,N]
  (&(>[x](in[x,N])!(>[y](in[y,N])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,N])(in[y,N])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))

(theory Succ[N,i0,s]
  (&(in[i0,N])
    (function[s,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))))

(conjecture injective (>[x,y,u,v,w](&(in2[x,u,s])(in2[u,w,s])(in2[y,v,s])(in2[v,w,s]))(=[x,y])))
