// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The power of a power.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

// (a ^ b) ^ c = a ^ (b * c)
(conjecture power_of_power (>[a,b,c,d,f,g](&(in3[b,c,d,*])(in3[a,d,f,^])(in3[a,b,g,^]))(in3[g,c,f,^])))
