// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sum of the first cubes, from its definition alone; the program finds that it
// is the square of the sum of the first numbers.
(import "arithmetic.mpl")

(theory CubeSums[N,i0,s,+,*,sum,cubes]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (summation[sum,+,N,i0,s])
    (cubeSummation[cubes,+,*,N,i0,s])))

(induction [N,i0,s])

(explore laws[i0,s,+,*,sum,cubes] (size 3) (variables 3))
