// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A product is 0 only if a factor is.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// s(a) * b = 0 -> b = 0
(conjecture no_zero_divisors (>[a,b,c](&(in2[a,c,s])(in3[c,b,i0,*]))(=[b,i0])))
