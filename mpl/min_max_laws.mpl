// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum and maximum from their definitions alone; the program finds the laws.
(import "arithmetic.mpl")

(theory MinimumMaximum[N,i0,s,min,max]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,min,max] (size 3) (variables 3))
