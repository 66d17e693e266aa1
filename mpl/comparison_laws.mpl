// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparison of numbers as a function into the truth values, from its definition
// alone; the program finds the laws.
(import "arithmetic.mpl")
(import "bool.mpl")

(theory ComparisonAxioms[N,i0,s,+,B,true,false,<=]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (truthValues[B,true,false])
    (comparison[<=,N,i0,s,B,true,false])))

(induction [N,i0,s])
(induction [B,true,false])

(explore laws[i0,s,+,true,false,<=] (size 3) (variables 3))
