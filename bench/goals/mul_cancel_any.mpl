// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The factor may be 0.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// False: a * b = a * c -> b = c
(conjecture mul_cancel_any (>[a,b,c,d](&(in3[a,c,d,*])(in3[a,b,d,*]))(=[b,c])))
