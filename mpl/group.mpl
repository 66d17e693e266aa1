// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Groups from a left identity, left inverses and associativity.
(import "function.mpl")

(theory Group[G,*,e,inv]
  (&(in[e,G])
    (fXYZ[*,G,G,G])
    (fXY[inv,G,G])
    (>[a](in[a,G])(in3[e,a,a,*]))
    (>[a,b](in2[a,b,inv])(in3[b,a,e,*]))
    // (a * b) * c = a * (b * c)
    (>[a,b,c,d,x,f](&(in3[a,b,d,*])(in3[d,c,x,*])(in3[b,c,f,*]))(in3[a,f,x,*]))))

(conjecture right_identity (>[a](in[a,G])(in3[a,e,a,*])))
(conjecture right_inverse (>[a,b](in2[a,b,inv])(in3[a,b,e,*])))
// What acts as an identity on one element is the identity.
(conjecture identity_unique_left (>[u,a](in3[u,a,a,*])(=[u,e])))
(conjecture identity_unique_right (>[u,a](in3[a,u,a,*])(=[u,e])))
// a * b = a * c -> b = c
(conjecture left_cancellation (>[a,b,c,d](&(in3[a,b,d,*])(in3[a,c,d,*]))(=[b,c])))
// b * a = c * a -> b = c
(conjecture right_cancellation (>[a,b,c,d](&(in3[b,a,d,*])(in3[c,a,d,*]))(=[b,c])))
// a * b = e -> inv(a) = b
(conjecture inverse_unique (>[a,b](in3[a,b,e,*])(in2[a,b,inv])))
// inv(a * b) = inv(b) * inv(a)
(conjecture inverse_of_product (>[a,b,c,p,q,r](&(in3[a,b,c,*])(in2[a,p,inv])(in2[b,q,inv])(in2[c,r,inv]))(in3[q,p,r,*])))
// inv(inv(a)) = a
(conjecture inverse_involution (>[a,b](in2[a,b,inv])(in2[b,a,inv])))
(conjecture inverse_of_identity (in2[e,e,inv]))

// Not true in all groups: a * b = b * a
(conjecture commutative_law (>[a,b,c](in3[a,b,c,*])(in3[b,a,c,*])))
// Not true in all groups: a * a = a
(conjecture idempotent_law (>[a](in[a,G])(in3[a,a,a,*])))
