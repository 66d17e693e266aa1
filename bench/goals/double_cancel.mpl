// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Half of an even number is unique.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// a + a = b + b -> a = b
(conjecture double_cancel (>[a,b,c](&(in3[b,b,c,+])(in3[a,a,c,+]))(=[a,b])))
