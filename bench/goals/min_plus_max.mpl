// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum and maximum are the two numbers again.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,min,max]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (minimum[min,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// min(a, b) + max(a, b) = a + b
(conjecture min_plus_max (>[a,b,c,d,f](&(in3[a,b,c,+])(in3[a,b,d,min])(in3[a,b,f,max]))(in3[d,f,c,+])))
