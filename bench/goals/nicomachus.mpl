// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first cubes add up to the square of the sum.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,sum,cubes]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])
    (cubeSummation[cubes,+,*,N,i0,s])))

(induction [N,i0,s])

// cubes(a) = sum(a) * sum(a)
(conjecture nicomachus (>[a,c,d](&(in2[a,c,sum])(in3[c,c,d,*]))(in2[a,d,cubes])))
