// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The exponent may be 0.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

// False: 0 ^ a = 0
(conjecture zero_power (>[a](in[a,N])(in3[i0,a,i0,^])))
