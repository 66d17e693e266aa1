// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A set called as the inputs of constructors are in what is exported, a constructor
// called as their outputs.
(define injective[f] (>[x,y,z](&(in2[x,z,f])(in2[y,z,f]))(=[x,y])))
(theory Names[x1,x,s]
  (&(in[x,x1])(>[a](in[a,x1])!(>[b](in[b,x1])!(in2[a,b,s])))
    (>[a,b](in2[a,b,s])(&(in[a,x1])(in[b,x1])))
    (>[a,b,c](&(in2[a,b,s])(in2[a,c,s]))(=[b,c]))
    (>[a](in[a,x1])!(in2[a,x,s]))(injective[s])))
(induction [x1,x,s])
(conjecture c (>[a](in[a,x1])!(in2[a,a,s])))
