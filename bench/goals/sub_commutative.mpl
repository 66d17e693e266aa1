// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtraction depends on order.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// False: a - b = b - a
(conjecture sub_commutative (>[a,b,c](in3[b,a,c,-])(in3[a,b,c,-])))
