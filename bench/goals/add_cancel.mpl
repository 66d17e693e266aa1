// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is added on both sides can be left out.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// a + b = a + c -> b = c
(conjecture add_cancel (>[a,b,c,d](&(in3[a,c,d,+])(in3[a,b,d,+]))(=[b,c])))
