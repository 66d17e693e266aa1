// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A search that goes on for long: some laws that are proved at once, and statements
// with many variables about functions of which nothing is known, whose blocks grow:
// they are neither proved nor refuted.
(import "../../../mpl/function.mpl")

(theory Long[N,i0,s,+,*,w]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (injective[s])
    (fXY[w,N,N])
    (fXYZ[+,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))
    (fXYZ[*,N,N,N])
    (>[a](in[a,N])(in3[a,i0,i0,*]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,*])(in3[c,a,d,+]))(in3[a,p,d,*]))))

(induction [N,i0,s])

(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
(conjecture add_commutative (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
(conjecture add_associative (>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))(in3[a,f,e,+])))
(conjecture mul_zero_left (>[a](in[a,N])(in3[i0,a,i0,*])))
(conjecture mul_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,*])(in3[b,c,d,+]))(in3[p,b,d,*])))
(conjecture mul_commutative (>[a,b,c](in3[a,b,c,*])(in3[b,a,c,*])))
(conjecture left_distributive (>[a,b,c,d,e,f,g](&(in3[b,c,d,+])(in3[a,d,e,*])(in3[a,b,f,*])(in3[a,c,g,*]))(in3[f,g,e,+])))

// f((a + b) * (c + d)) = (a + c) * f(b + d)
(conjecture unknown_1 (>[a,b,c,d,e,h,g,p,q,r,u](&(in3[a,b,e,+])(in3[c,d,h,+])(in3[e,h,g,*])(in3[a,c,p,+])(in3[b,d,q,+])(in2[q,u,w])(in3[p,u,r,*]))(in2[g,r,w])))
// f(a * b + c * d) = a * f(c) + b * d
(conjecture unknown_2 (>[a,b,c,d,e,h,g,p,q,r,u](&(in3[a,b,e,*])(in3[c,d,h,*])(in3[e,h,g,+])(in2[c,u,w])(in3[a,u,p,*])(in3[b,d,q,*])(in3[p,q,r,+]))(in2[g,r,w])))
// f(a + b) = f(b) + f(a + c)
(conjecture unknown_3 (>[a,b,c,d,e,g,h,k](&(in3[a,b,d,+])(in2[b,e,w])(in3[a,c,g,+])(in2[g,h,w])(in3[e,h,k,+]))(in2[d,k,w])))
// f(a) * b = c * f(d) implies f(a) = c
(conjecture unknown_4 (>[a,b,c,d,e,u,v](&(in2[a,u,w])(in3[u,b,e,*])(in2[d,v,w])(in3[c,v,e,*]))(=[u,c])))
