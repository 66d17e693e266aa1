// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The natural numbers
   with addition. */

(import "functions.mpl")

(theory Peano[N,i0,s,+]
  (& (in[i0,N])
     (maps[s,N,N])
     (maps2[+,N,N,N])
     (>[a](in[a,N])(in3[a,i0,a,+]))
     (>[a,b,b2,c,d](&(in3[a,b,c,+])(in2[b,b2,s])(in2[c,d,s]))(in3[a,b2,d,+]))
     (>[x](in[x,N])!(in2[x,i0,s]))
     (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))))

(induction [N,i0,s])
(explore small[+,s] (depth 2) (size 3))
(fact (in2[i0,i1,s]))

(conjecture add_zero_left (>[a,b](in3[i0,a,b,+])(=[a,b])))
(conjecture zero_left_total (>[a](in[a,N])(in3[i0,a,a,+])))
(assume add_comm (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
