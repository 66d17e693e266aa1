// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Maximum by subtraction.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,-,max]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (subtraction[-,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// a + (b - a) = max(a, b)
(conjecture max_by_sub (>[a,b,c,d](&(in3[a,b,c,max])(in3[b,a,d,-]))(in3[a,d,c,+])))
