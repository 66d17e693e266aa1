// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first odd numbers add up to a square.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,odds]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (oddSummation[odds,+,N,i0,s])))

(induction [N,i0,s])

// odds(a) = a * a
(conjecture odd_numbers (>[a,c](in3[a,a,c,*])(in2[a,c,odds])))
