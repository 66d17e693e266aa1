// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order of the numbers as it is defined by addition: a <= b if b = a + d for
// some d; the program finds the laws.
(import "natural_order.mpl")

(theory NaturalOrderAxioms[N,i0,s,+]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,+,le] (size 3) (variables 3))
