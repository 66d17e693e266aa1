// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Axioms that contradict each other: s is never 0, yet s(0) = 0. Anything follows.
(import "natural.mpl")

(theory Inconsistent[N,i0,s]
  (&(NaturalNumbers[N,i0,s])
    (in2[i0,i0,s])))

(induction [N,i0,s])

(conjecture all_equal (>[x,y](&(in[x,N])(in[y,N]))(=[x,y])))
(conjecture no_members (>[x](in[x,N])!(=[x,x])))
