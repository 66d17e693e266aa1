// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Goals that are relations, existentials and disjunctions ask for terms.
// VERDICT reflexive proved
// VERDICT symmetric proved
// VERDICT total refuted
// VERDICT solvable proved
// VERDICT image proved
// VERDICT commutes refuted
(import "../../mpl/function.mpl")
(theory Goals[S,g,r,f,*]
  (& (fXYZ[g,S,S,S]) (fXY[f,S,S]) (fXYZ[*,S,S,S])
     (>[x,y] (in2[x,y,r]) (& (in[x,S]) (in[y,S])))
     (>[x,y,t] (& (in3[x,y,t,g]) (in3[y,x,t,g])) (in2[x,y,r]))
     (>[x,y,t] (& (in2[x,y,r]) (in3[x,y,t,g])) (in3[y,x,t,g]))
     (>[a,b,c] (in3[a,b,c,*]) (in3[a,c,b,*]))))
(conjecture reflexive (>[x] (in[x,S]) (in2[x,x,r])))
(conjecture symmetric (>[x,y] (in2[x,y,r]) (in2[y,x,r])))
(conjecture total (>[x,y] (& (in[x,S]) (in[y,S])) (in2[x,y,r])))
(conjecture solvable (>[a,b] (& (in[a,S]) (in[b,S])) !(>[x] (in[x,S]) !(in3[a,x,b,*]))))
(conjecture image (>[x] (in[x,S]) !(>[y] (in[y,S]) !(in2[x,y,f]))))
(conjecture commutes (>[a,b,c] (in3[a,b,c,*]) (in3[b,a,c,*])))
