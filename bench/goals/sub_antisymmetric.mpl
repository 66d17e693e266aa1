// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// If neither number exceeds the other, they are equal.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// a - b = 0 and b - a = 0 -> a = b
(conjecture sub_antisymmetric (>[a,b](&(in3[a,b,i0,-])(in3[b,a,i0,-]))(=[a,b])))
