// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sum of the first a + b numbers.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,sum]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])))

(induction [N,i0,s])

// sum(a + b) = (sum(a) + sum(b)) + a * b
(conjecture sum_of_sum (>[a,b,c,d,f,g,h,j](&(in2[a,c,sum])(in2[b,d,sum])(in3[c,d,f,+])(in3[a,b,g,*])(in3[f,g,h,+])(in3[a,b,j,+]))(in2[j,h,sum])))
