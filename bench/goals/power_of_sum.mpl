// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Powers of one base multiply by adding the exponents.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

// a ^ (b + c) = a ^ b * a ^ c
(conjecture power_of_sum (>[a,b,c,d,f,g,h](&(in3[a,b,d,^])(in3[a,c,f,^])(in3[d,f,g,*])(in3[b,c,h,+]))(in3[a,h,g,^])))
