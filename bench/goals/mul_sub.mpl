// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Multiplication distributes over subtraction that stops at 0.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,-]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// a * (b - c) = a * b - a * c
(conjecture mul_sub (>[a,b,c,d,f,g,h](&(in3[a,b,d,*])(in3[a,c,f,*])(in3[d,f,g,-])(in3[b,c,h,-]))(in3[a,h,g,*])))
