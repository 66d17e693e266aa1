// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Both may exceed a.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,min]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])))

(induction [N,i0,s])

// False: min(a, b) = min(a, c) -> b = c
(conjecture min_cancel (>[a,b,c,d](&(in3[a,c,d,min])(in3[a,b,d,min]))(=[b,c])))
