// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Addition and order, in terms.

(theory Peano)
(datatype N = 0 | s(N))
(function + : N, N -> N
  a + 0 = a;
  a + s(b) = s(a + b))
(relation <= : N, N  a <= b iff exists c in N: a + c = b)

(conjecture zero_left 0 + a = a)
(conjecture associative (a + b) + c = a + (b + c))
(conjecture le_next a <= s(a))
(conjecture idempotent a + a = a)
