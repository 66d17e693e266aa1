// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions on the natural numbers beyond addition and multiplication
// (natural.mpl), each by recursion, as definitions that theories choose from.
(import "natural.mpl")

// - is subtraction that stops at 0: a - 0 = a, 0 - b = 0, s(a) - s(b) = a - b.
(define subtraction[-,N,i0,s]
  (&(fXYZ[-,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,-]))
    (>[b](in[b,N])(in3[i0,b,i0,-]))
    (>[a,p,b,q,c](&(in2[a,p,s])(in2[b,q,s])(in3[a,b,c,-]))(in3[p,q,c,-]))))

// min(0, b) = 0, min(a, 0) = 0, min(s(a), s(b)) = s(min(a, b))
(define minimum[min,N,i0,s]
  (&(fXYZ[min,N,N,N])
    (>[b](in[b,N])(in3[i0,b,i0,min]))
    (>[a](in[a,N])(in3[a,i0,i0,min]))
    (>[a,p,b,q,c,d](&(in2[a,p,s])(in2[b,q,s])(in3[a,b,c,min])(in2[c,d,s]))(in3[p,q,d,min]))))

// max(0, b) = b, max(a, 0) = a, max(s(a), s(b)) = s(max(a, b))
(define maximum[max,N,i0,s]
  (&(fXYZ[max,N,N,N])
    (>[b](in[b,N])(in3[i0,b,b,max]))
    (>[a](in[a,N])(in3[a,i0,a,max]))
    (>[a,p,b,q,c,d](&(in2[a,p,s])(in2[b,q,s])(in3[a,b,c,max])(in2[c,d,s]))(in3[p,q,d,max]))))

// a ^ 0 = s(0), a ^ s(b) = (a ^ b) * a
(define power[^,*,N,i0,s]
  (&(fXYZ[^,N,N,N])
    (>[a,i](&(in[a,N])(in2[i0,i,s]))(in3[a,i0,i,^]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,^])(in3[c,a,d,*]))(in3[a,p,d,^]))))

// sum(n) = 1 + 2 + .. + n: sum(0) = 0, sum(s(n)) = sum(n) + s(n)
(define summation[sum,+,N,i0,s]
  (&(fXY[sum,N,N])
    (in2[i0,i0,sum])
    (>[n,p,a,b](&(in2[n,p,s])(in2[n,a,sum])(in3[a,p,b,+]))(in2[p,b,sum]))))

// odds(n) = 1 + 3 + .. + (2n - 1), the sum of the first n odd numbers:
// odds(0) = 0, odds(s(n)) = odds(n) + s(n + n)
(define oddSummation[odds,+,N,i0,s]
  (&(fXY[odds,N,N])
    (in2[i0,i0,odds])
    (>[n,p,a,d,o,b](&(in2[n,p,s])(in2[n,a,odds])(in3[n,n,d,+])(in2[d,o,s])(in3[a,o,b,+]))(in2[p,b,odds]))))

// squares(n) = 1 * 1 + .. + n * n
(define squareSummation[squares,+,*,N,i0,s]
  (&(fXY[squares,N,N])
    (in2[i0,i0,squares])
    (>[n,p,a,d,b](&(in2[n,p,s])(in2[n,a,squares])(in3[p,p,d,*])(in3[a,d,b,+]))(in2[p,b,squares]))))

// cubes(n) = 1 * (1 * 1) + .. + n * (n * n)
(define cubeSummation[cubes,+,*,N,i0,s]
  (&(fXY[cubes,N,N])
    (in2[i0,i0,cubes])
    (>[n,p,a,d,e,b](&(in2[n,p,s])(in2[n,a,cubes])(in3[p,p,d,*])(in3[p,d,e,*])(in3[a,e,b,+]))(in2[p,b,cubes]))))

// Comparison as a function into the truth values true and false of B:
// (0 <= b) = true, (s(a) <= 0) = false, (s(a) <= s(b)) = (a <= b)
(define comparison[<=,N,i0,s,B,true,false]
  (&(fXYZ[<=,N,N,B])
    (>[b](in[b,N])(in3[i0,b,true,<=]))
    (>[a,p](in2[a,p,s])(in3[p,i0,false,<=]))
    (>[a,p,b,q,r](&(in2[a,p,s])(in2[b,q,s])(in3[a,b,r,<=]))(in3[p,q,r,<=]))))

// Equality as such a function: eq(0, 0) = true, eq(0, s(b)) = false,
// eq(s(a), 0) = false, eq(s(a), s(b)) = eq(a, b)
(define equalityTest[eq,N,i0,s,B,true,false]
  (&(fXYZ[eq,N,N,B])
    (in3[i0,i0,true,eq])
    (>[b,q](in2[b,q,s])(in3[i0,q,false,eq]))
    (>[a,p](in2[a,p,s])(in3[p,i0,false,eq]))
    (>[a,p,b,q,r](&(in2[a,p,s])(in2[b,q,s])(in3[a,b,r,eq]))(in3[p,q,r,eq]))))

// Evenness: even(0) = true; even(s(n)) = false if even(n) = true, and the other way round.
(define evenness[even,N,i0,s,B,true,false]
  (&(fXY[even,N,B])
    (in2[i0,true,even])
    (>[n,p](&(in2[n,p,s])(in2[n,true,even]))(in2[p,false,even]))
    (>[n,p](&(in2[n,p,s])(in2[n,false,even]))(in2[p,true,even]))))

// Order as a relation, not a function: 0 <= b; never s(a) <= 0; s(a) <= s(b) where a <= b, and nowhere else.
(define orderRelation[<=,N,i0,s]
  (&(>[a,b](in2[a,b,<=])(&(in[a,N])(in[b,N])))
    (>[b](in[b,N])(in2[i0,b,<=]))
    (>[a,p](in2[a,p,s])!(in2[p,i0,<=]))
    (>[a,p,b,q](&(in2[a,p,s])(in2[b,q,s])(in2[a,b,<=]))(in2[p,q,<=]))
    (>[a,p,b,q](&(in2[a,p,s])(in2[b,q,s])(in2[p,q,<=]))(in2[a,b,<=]))))
