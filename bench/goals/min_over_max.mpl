// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Minimum distributes over maximum.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,min,max]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// min(a, max(b, c)) = max(min(a, b), min(a, c))
(conjecture min_over_max (>[a,b,c,d,f,g,h](&(in3[a,b,d,min])(in3[a,c,f,min])(in3[d,f,g,max])(in3[b,c,h,max]))(in3[a,h,g,min])))
