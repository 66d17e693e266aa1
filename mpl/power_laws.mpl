// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exponentiation from its definition alone; the program finds the laws and the
// laws of + and * that they rest on.
(import "arithmetic.mpl")

(theory Power[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,+,*,^] (size 3) (variables 3))
