// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtraction undoes addition.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,-]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// (a + b) - b = a
(conjecture sub_add (>[a,b,c](in3[a,b,c,+])(in3[c,b,a,-])))
