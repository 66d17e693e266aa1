// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Partial orders: a relation on a set that is no function.

// Every member of A is below u.
(define upperBound[u,A,R]
  (>[x](in[x,A])(in2[x,u,R])))

// m is in A and below every member of A.
(define leastElement[m,A,R]
  (&(in[m,A])(>[x](in[x,A])(in2[m,x,R]))))

// u is an upper bound of A and below every other one.
(define supremum[u,A,R]
  (&(upperBound[u,A,R])(>[v](upperBound[v,A,R])(in2[u,v,R]))))

// A is some part of S.
(theory PartialOrder[S,A,<=]
  (&(>[x](in[x,A])(in[x,S]))
    (>[x,y](in2[x,y,<=])(&(in[x,S])(in[y,S])))
    (>[x](in[x,S])(in2[x,x,<=]))
    (>[x,y](&(in2[x,y,<=])(in2[y,x,<=]))(=[x,y]))
    (>[x,y,z](&(in2[x,y,<=])(in2[y,z,<=]))(in2[x,z,<=]))))

(conjecture least_unique (>[m,n](&(leastElement[m,S,<=])(leastElement[n,S,<=]))(=[m,n])))
(conjecture least_unique_in_part (>[m,n](&(leastElement[m,A,<=])(leastElement[n,A,<=]))(=[m,n])))
(conjecture supremum_unique (>[u,v](&(supremum[u,A,<=])(supremum[v,A,<=]))(=[u,v])))
// What is above an upper bound is an upper bound.
(conjecture upper_bound_upwards (>[u,v](&(upperBound[u,A,<=])(in2[u,v,<=]))(upperBound[v,A,<=])))

// Not true in all orders: any two are related as given.
(conjecture all_related (>[x,y](&(in[x,S])(in[y,S]))(in2[x,y,<=])))
// Not true in all orders: x <= y -> y <= x
(conjecture symmetric_law (>[x,y](in2[x,y,<=])(in2[y,x,<=])))
