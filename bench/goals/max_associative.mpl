// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Maximum does not depend on grouping.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,max]
  (&(NaturalNumbers[N,i0,s])
    (maximum[max,N,i0,s])))

(induction [N,i0,s])

// max(max(a, b), c) = max(a, max(b, c))
(conjecture max_associative (>[a,b,c,d,f,g](&(in3[b,c,d,max])(in3[a,d,f,max])(in3[a,b,g,max]))(in3[g,c,f,max])))
