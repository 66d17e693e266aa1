// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Six times the sum of the first squares.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,squares]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (squareSummation[squares,+,*,N,i0,s])))

(induction [N,i0,s])

// (squares(a) + squares(a)) + (squares(a) + (squares(a) + (squares(a) + squares(a)))) = a * (s(a) * s(a + a))
(conjecture squares_sum (>[a,c,d,f,g,h,j,k,m,n](&(in2[a,c,s])(in3[a,a,d,+])(in2[d,f,s])(in3[c,f,g,*])(in3[a,g,h,*])(in2[a,j,squares])(in3[j,j,k,+])(in3[j,k,m,+])(in3[j,m,n,+]))(in3[k,n,h,+])))
