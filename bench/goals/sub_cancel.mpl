// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is added on both sides of a difference can be left out.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,-]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// (a + b) - (a + c) = b - c
(conjecture sub_cancel (>[a,b,c,d,f,g](&(in3[b,c,d,-])(in3[a,b,f,+])(in3[a,c,g,+]))(in3[f,g,d,-])))
