// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A search that goes on for long: some laws that are proved at once, and false
// statements with many variables, whose blocks grow.
(import "../../../mpl/function.mpl")

(theory Long[N,i0,s,+,*]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (injective[s])
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

// (a + b) * (c + d) = g and (a + c) * (b + d) = r imply g = r.
(conjecture false_1 (>[a,b,c,d,e,f,g,p,q,r](&(in3[a,b,e,+])(in3[c,d,f,+])(in3[e,f,g,*])(in3[a,c,p,+])(in3[b,d,q,+])(in3[p,q,r,*]))(=[g,r])))
// a * b + c * d = a * c + b * d
(conjecture false_2 (>[a,b,c,d,e,f,g,p,q,r](&(in3[a,b,e,*])(in3[c,d,f,*])(in3[e,f,g,+])(in3[a,c,p,*])(in3[b,d,q,*])(in3[p,q,r,+]))(=[g,r])))
// (a + b) * (c + d) = a + c
(conjecture false_3 (>[a,b,c,d,e,f,g](&(in3[a,b,e,+])(in3[c,d,f,+])(in3[e,f,g,*]))(in3[a,c,g,+])))
// a * b = c * d implies a = c
(conjecture false_4 (>[a,b,c,d,e](&(in3[a,b,e,*])(in3[c,d,e,*]))(=[a,c])))
// a * (b + c * d) = d * (c + b * a)
(conjecture false_5 (>[a,b,c,d,e,f,g,p,q,r](&(in3[c,d,e,*])(in3[b,e,f,+])(in3[a,f,g,*])(in3[b,a,p,*])(in3[c,p,q,+])(in3[d,q,r,*]))(=[g,r])))
