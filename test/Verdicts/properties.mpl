// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Properties of functions and relations as premises, and names that are bound twice.
// VERDICT injective_composition proved
// VERDICT inner_is_injective proved
// VERDICT outer_is_injective true
// VERDICT reflexive proved
// VERDICT transitive_is_symmetric refuted
// VERDICT renamed proved
(import "../../mpl/function.mpl")
(define transitive[r] (>[x,y,z] (& (in2[x,y,r]) (in2[y,z,r])) (in2[x,z,r])))
(define symmetric[r] (>[x,y] (in2[x,y,r]) (in2[y,x,r])))
(define below_all[x,S,r] (>[k] (in[k,S]) (in2[x,k,r])))
(theory Properties[N,f,g,h,S,r,c]
  (& (fXY[f,N,N]) (fXY[g,N,N]) (fXY[h,N,N])
     (>[x,y,z] (& (in2[x,y,f]) (in2[y,z,g])) (in2[x,z,h]))
     (>[x,y] (in2[x,y,r]) (& (in[x,S]) (in[y,S]))) (>[k] (in[k,S]) (in2[c,k,r]))))
(conjecture injective_composition (>[] (& (injective[f]) (injective[g])) (injective[h])))
(conjecture inner_is_injective (>[] (injective[h]) (injective[f])))
(conjecture outer_is_injective (>[] (injective[f]) (injective[f])))
(conjecture reflexive
  (>[x] (& (transitive[r]) (symmetric[r]) (in[x,S]) !(>[y] (in[y,S]) !(in2[x,y,r]))) (in2[x,x,r])))
(conjecture transitive_is_symmetric (>[] (transitive[r]) (symmetric[r])))
(conjecture renamed (>[x] (=[x,c]) (below_all[x,S,r])))
