// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
(define typed[f,X] (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,X]))))
(theory T[N,i0,s,+] (&(in[i0,N])(typed[s,N])(>[a](in[a,N])(in3[a,i0,a,+]))))
(induction [N,i0,s])
(explore e[s,+] (size 3) (depth 1))
(conjecture c (>[a](in[a,N])(in3[i0,a,a,+])))
(assume d (>[a,b](in2[a,b,s])!(=[a,b])))
(fact (in2[1,2,s]))
