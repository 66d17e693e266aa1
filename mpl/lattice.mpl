// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lattices: two operations that absorb each other.
(import "function.mpl")

(theory Lattice[L,meet,join]
  (&(fXYZ[meet,L,L,L])
    (fXYZ[join,L,L,L])
    (commutative[meet])
    (commutative[join])
    (associative[meet])
    (associative[join])
    // a meet (a join b) = a, a join (a meet b) = a
    (>[a,b,c](in3[a,b,c,join])(in3[a,c,a,meet]))
    (>[a,b,c](in3[a,b,c,meet])(in3[a,c,a,join]))))

(conjecture meet_idempotent (>[a](in[a,L])(in3[a,a,a,meet])))
(conjecture join_idempotent (>[a](in[a,L])(in3[a,a,a,join])))
// a <= b, read as a meet b = a, is a join b = b
(conjecture order_from_meet (>[a,b](in3[a,b,a,meet])(in3[a,b,b,join])))
(conjecture order_from_join (>[a,b](in3[a,b,b,join])(in3[a,b,a,meet])))
// a <= b and b <= a -> a = b
(conjecture order_antisymmetric (>[a,b](&(in3[a,b,a,meet])(in3[b,a,b,meet]))(=[a,b])))
// a <= b and b <= c -> a <= c
(conjecture order_transitive (>[a,b,c](&(in3[a,b,a,meet])(in3[b,c,b,meet]))(in3[a,c,a,meet])))
// a meet b <= a
(conjecture meet_is_lower_bound (>[a,b,m](in3[a,b,m,meet])(in3[m,a,m,meet])))

// Not true in all lattices: a meet (b join c) = (a meet b) join (a meet c)
(conjecture distributive_law (>[a,b,c,d,e,f,g](&(in3[b,c,d,join])(in3[a,d,e,meet])(in3[a,b,f,meet])(in3[a,c,g,meet]))(in3[f,g,e,join])))
// Not true in all lattices: a meet b = a join b
(conjecture meet_is_join (>[a,b,c](in3[a,b,c,meet])(in3[a,b,c,join])))
