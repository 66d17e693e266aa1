// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// True of 0 and 2 only.
(import "../../mpl/natural.mpl")

(theory Goal[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

// False: a + a = a * a
(conjecture add_is_mul (>[a,c](in3[a,a,c,*])(in3[a,a,c,+])))
