// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names that another system may take for something else.

(define fun[S,f] (&(>[x](in[x,S])!(>[y](in[y,S])!(in2[x,y,f])))
  (>[x,y](in2[x,y,f])(&(in[x,S])(in[y,S])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))

(theory Prop[ℕ,forall,U,fun,<=,*,H1,eq_ind]
  (&(in[forall,ℕ])(fun[ℕ,fun])
    (in[U,ℕ])(in2[forall,U,fun])
    (>[P1,x'](in2[P1,x',fun])(in2[x',P1,fun]))
    (>[a,b,c](in3[a,b,c,<=])(&(in[a,ℕ])(in[b,ℕ])(in[c,ℕ])))
    (>[a](in[a,ℕ])(in3[a,a,a,<=]))
    (>[a,b](in2[a,b,*])(&(in[a,ℕ])(in[b,ℕ])))
    (>[a](in[a,ℕ])(in2[a,a,*]))
    (>[a,b,c](&(in2[a,b,*])(in2[a,c,*]))(=[b,c]))
    (in2[H1,eq_ind,fun])))

(conjecture match (in2[U,forall,fun]))
(conjecture Type (>[G,h,in](&(in2[G,h,fun])(in2[h,in,fun]))(=[G,in])))
(conjecture no_such_premise (>[a,b,c](&(in2[a,b,*])(in2[b,c,*]))(=[a,c])))
(conjecture H2 (in2[eq_ind,H1,fun]))
