// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The square of a sum.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// (a + b) * (a + b) = (a * a + b * b) + (a * b + a * b)
(conjecture square_of_sum (>[a,b,c,d,f,g,h,j,k](&(in3[a,a,c,*])(in3[b,b,d,*])(in3[c,d,f,+])(in3[a,b,g,*])(in3[g,g,h,+])(in3[f,h,j,+])(in3[a,b,k,+]))(in3[k,k,j,*])))
