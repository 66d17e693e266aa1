// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// To subtract a sum, subtract its parts.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,-]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// a - (b + c) = (a - b) - c
(conjecture sub_sum (>[a,b,c,d,f,g](&(in3[a,b,d,-])(in3[d,c,f,-])(in3[b,c,g,+]))(in3[a,g,f,-])))
