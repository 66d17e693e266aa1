// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Subtraction depends on grouping.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,-]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])))

(induction [N,i0,s])

// False: (a - b) - c = a - (b - c)
(conjecture sub_associative (>[a,b,c,d,f,g](&(in3[b,c,d,-])(in3[a,d,f,-])(in3[a,b,g,-]))(in3[g,c,f,-])))
