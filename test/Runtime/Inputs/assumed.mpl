// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What follows from an assumption only: + is commutative.
(import "../../../mpl/function.mpl")

(theory Magma[S,e,+]
  (&(in[e,S])
    (fXYZ[+,S,S,S])
    (>[a](in[a,S])(in3[a,e,a,+]))))

(assume swap (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
// e + a = a
(conjecture neutral_left (>[a](in[a,S])(in3[e,a,a,+])))
