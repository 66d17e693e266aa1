// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Peano arithmetic: + and * by recursion on the second argument. The statements
// stand in an order that does not help.
(import "function.mpl")

(theory Peano[N,i0,s,+,*,i1]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (fXYZ[+,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))
    (fXYZ[*,N,N,N])
    (>[a](in[a,N])(in3[a,i0,i0,*]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,*])(in3[c,a,d,+]))(in3[a,p,d,*]))
    (in2[i0,i1,s])))

(induction [N,i0,s])

// (a * b) * c = a * (b * c)
(conjecture mul_associative (>[a,b,c,d,e,f](&(in3[a,b,d,*])(in3[d,c,e,*])(in3[b,c,f,*]))(in3[a,f,e,*])))
// (a + b) * c = a * c + b * c
(conjecture right_distributive (>[a,b,c,d,e,f,g](&(in3[a,b,d,+])(in3[d,c,e,*])(in3[a,c,f,*])(in3[b,c,g,*]))(in3[f,g,e,+])))
// a * b = b * a
(conjecture mul_commutative (>[a,b,c](in3[a,b,c,*])(in3[b,a,c,*])))
// a * (b + c) = a * b + a * c
(conjecture left_distributive (>[a,b,c,d,e,f,g](&(in3[b,c,d,+])(in3[a,d,e,*])(in3[a,b,f,*])(in3[a,c,g,*]))(in3[f,g,e,+])))
// a + b = b + a
(conjecture add_commutative (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
// a + c = b + c -> a = b
(conjecture add_cancel_right (>[a,b,c,d](&(in3[a,c,d,+])(in3[b,c,d,+]))(=[a,b])))
// a + b = 0 -> a = 0
(conjecture zero_sum_left (>[a,b](in3[a,b,i0,+])(=[a,i0])))
// s(a) * b = 0 -> b = 0
(conjecture no_zero_divisors (>[a,p,b](&(in2[a,p,s])(in3[p,b,i0,*]))(=[b,i0])))
// 1 * a = a
(conjecture mul_one_left (>[a](in[a,N])(in3[i1,a,a,*])))
// a * 1 = a
(conjecture mul_one_right (>[a](in[a,N])(in3[a,i1,a,*])))
// (a + b) + c = a + (b + c)
(conjecture add_associative (>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))(in3[a,f,e,+])))
// s(a) * b = b + a * b
(conjecture mul_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,*])(in3[b,c,d,+]))(in3[p,b,d,*])))
// s(a) + b = s(a + b)
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
// 0 * a = 0
(conjecture mul_zero_left (>[a](in[a,N])(in3[i0,a,i0,*])))
// 0 + a = a
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))

// False: b may be 0.
(conjecture mul_cancel_right (>[a,b,c,d](&(in3[a,b,d,*])(in3[c,b,d,*]))(=[a,c])))
// False: a + b = a
(conjecture add_is_left (>[a,b](&(in[a,N])(in[b,N]))(in3[a,b,a,+])))
// False: a + a = a
(conjecture add_idempotent (>[a](in[a,N])(in3[a,a,a,+])))
