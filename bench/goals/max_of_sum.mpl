// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Maximum does not distribute over addition.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,max]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// False: max(a, b + c) = max(a, b) + max(a, c)
(conjecture max_of_sum (>[a,b,c,d,f,g,h](&(in3[a,b,d,max])(in3[a,c,f,max])(in3[d,f,g,+])(in3[b,c,h,+]))(in3[a,h,g,max])))
