// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sum of the first numbers and of the first odd numbers, from their definitions
// alone; the program finds closed forms.
(import "arithmetic.mpl")

(theory Sums[N,i0,s,+,*,sum,odds]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])
    (oddSummation[odds,+,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,+,*,sum,odds] (size 3) (variables 3))
