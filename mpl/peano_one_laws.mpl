// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Peano arithmetic with a name for 1, from the axioms alone: no conjecture is stated,
// the program finds the laws.
(import "function.mpl")

(theory PeanoWithOne[N,i0,s,+,*,i1]
  (&(in[i0,N])
    (fXY[s,N,N])
    (in2[i0,i1,s])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (fXYZ[+,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))
    (fXYZ[*,N,N,N])
    (>[a](in[a,N])(in3[a,i0,i0,*]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,*])(in3[c,a,d,+]))(in3[a,p,d,*]))))

(induction [N,i0,s])

(explore laws[i0,i1,s,+,*] (size 3) (variables 3))
