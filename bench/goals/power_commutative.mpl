// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Base and exponent do not exchange.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

// False: a ^ b = b ^ a
(conjecture power_commutative (>[a,b,c](in3[b,a,c,^])(in3[a,b,c,^])))
