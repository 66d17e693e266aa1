// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtraction that stops at 0, from its definition alone; the program finds the laws.
(import "arithmetic.mpl")

(theory Subtraction[N,i0,s,+,-]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,+,-] (size 3) (variables 3))
