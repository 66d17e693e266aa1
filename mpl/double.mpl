// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Doubling by recursion.
(import "natural.mpl")

(theory Doubling[N,i0,s,+,double]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    // double(0) = 0 and double(s(x)) = s(s(double(x)))
    (fXY[double,N,N])
    (in2[i0,i0,double])
    (>[x,p,d,u,v](&(in2[x,p,s])(in2[x,d,double])(in2[d,u,s])(in2[u,v,s]))(in2[p,v,double]))))

(induction [N,i0,s])

// double(x) = double(y) -> x = y
(conjecture double_injective (>[x,y,z](&(in2[x,z,double])(in2[y,z,double]))(=[x,y])))
// double(x) = x + x
(conjecture double_is_sum (>[x,d](in2[x,d,double])(in3[x,x,d,+])))
// double(x + y) = double(x) + double(y)
(conjecture double_of_sum (>[x,y,z,d,u,v](&(in3[x,y,z,+])(in2[z,d,double])(in2[x,u,double])(in2[y,v,double]))(in3[u,v,d,+])))
// s(a) + b = s(a + b)
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
// 0 + a = a
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))

// False: double(x) = x
(conjecture double_identity (>[x](in[x,N])(in2[x,x,double])))
