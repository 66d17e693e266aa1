// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A factor that is not 0 can be left out.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// s(a) * b = s(a) * c -> b = c
(conjecture mul_cancel (>[a,b,c,d,f](&(in2[a,d,s])(in3[d,c,f,*])(in3[d,b,f,*]))(=[b,c])))
