// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Multiplication does not depend on order.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// a * b = b * a
(conjecture mul_commutative (>[a,b,c](in3[b,a,c,*])(in3[a,b,c,*])))
