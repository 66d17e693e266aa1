// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order of the natural numbers by its definition: a <= b if b = a + d for some d.
(import "natural.mpl")

(define le[a,b,N,+]
  !(>[d](in[d,N])!(in3[a,d,b,+])))

// a <= b <= c
(define between[a,b,c,N,+]
  (&(le[a,b,N,+])(le[b,c,N,+])))

// m is below every number.
(define smallest[m,N,+]
  (&(in[m,N])(>[k](in[k,N])(le[m,k,N,+]))))

(theory NaturalOrder[N,i0,s,+,*]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])))

(induction [N,i0,s])

(conjecture le_transitive (>[a,b,c](&(le[a,b,N,+])(le[b,c,N,+]))(le[a,c,N,+])))
(conjecture le_antisymmetric (>[a,b](&(le[a,b,N,+])(le[b,a,N,+]))(=[a,b])))
(conjecture le_outer (>[a,b,c](between[a,b,c,N,+])(le[a,c,N,+])))
(conjecture le_reflexive (>[a](in[a,N])(le[a,a,N,+])))
(conjecture le_successor (>[a,b](in2[a,b,s])(le[a,b,N,+])))
(conjecture le_sum (>[a,b,c](in3[a,b,c,+])(&(le[a,c,N,+])(le[b,c,N,+]))))
(conjecture zero_smallest (smallest[i0,N,+]))
(conjecture successor_not_below (>[a,b](in2[a,b,s])!(le[b,a,N,+])))
(conjecture has_summands (>[a](in[a,N])!(>[b,c](&(in[b,N])(in[c,N]))!(in3[b,c,a,+]))))
(conjecture squeezed (>[a,b,c](&(between[a,b,c,N,+])(=[a,c]))(=[b,a])))
(conjecture add_associative (>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))(in3[a,f,e,+])))
(conjecture add_commutative (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))
(conjecture zero_sum_left (>[a,b](in3[a,b,i0,+])(=[a,i0])))
(conjecture add_cancel_left (>[a,b,c,d](&(in3[a,b,d,+])(in3[a,c,d,+]))(=[b,c])))

// False: every number is below every other.
(conjecture le_everything (>[a,b](&(in[a,N])(in[b,N]))(le[a,b,N,+])))
// False: a number below all others is no successor of itself, but 1 is not it.
(conjecture successor_smallest (>[a](in2[i0,a,s])(smallest[a,N,+])))
// False: a number that is at most the next one of another need not be at most that.
(conjecture le_before_next (>[a,b,c](&(in2[b,c,s])(le[a,c,N,+]))(le[a,b,N,+])))
