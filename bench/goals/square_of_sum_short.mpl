// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The mixed terms are missing.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// False: (a + b) * (a + b) = a * a + b * b
(conjecture square_of_sum_short (>[a,b,c,d,f,g](&(in3[a,a,c,*])(in3[b,b,d,*])(in3[c,d,f,+])(in3[a,b,g,+]))(in3[g,g,f,*])))
