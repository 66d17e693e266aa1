// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One factor is one too small.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,sum]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])))

(induction [N,i0,s])

// False: sum(a) + sum(a) = a * a
(conjecture gauss_shifted (>[a,c,d](&(in3[a,a,c,*])(in2[a,d,sum]))(in3[d,d,c,+])))
