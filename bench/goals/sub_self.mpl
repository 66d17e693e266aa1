// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A number less itself.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// a - a = 0
(conjecture sub_self (>[a](in[a,N])(in3[a,a,i0,-])))
