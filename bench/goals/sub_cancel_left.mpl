// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Both may exceed a.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// False: a - b = a - c -> b = c
(conjecture sub_cancel_left (>[a,b,c,d](&(in3[a,c,d,-])(in3[a,b,d,-]))(=[b,c])))
