// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sum of the first numbers is not additive.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,sum]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (summation[sum,+,N,i0,s])))

(induction [N,i0,s])

// False: sum(a + b) = sum(a) + sum(b)
(conjecture sum_additive (>[a,b,c,d,f,g](&(in2[a,c,sum])(in2[b,d,sum])(in3[c,d,f,+])(in3[a,b,g,+]))(in2[g,f,sum])))
