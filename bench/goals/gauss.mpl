// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Twice the sum of the first numbers.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,sum]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])))

(induction [N,i0,s])

// sum(a) + sum(a) = a * s(a)
(conjecture gauss (>[a,c,d,f](&(in2[a,c,s])(in3[a,c,d,*])(in2[a,f,sum]))(in3[f,f,d,+])))
