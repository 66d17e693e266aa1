// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A sum is 0 only if its parts are.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

// a + b = 0 -> a = 0
(conjecture add_to_zero (>[a,b](in3[a,b,i0,+])(=[a,i0])))
