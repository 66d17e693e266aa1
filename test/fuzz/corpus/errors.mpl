// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
(define f[x,y] (&(in[x,y])(in2[x,y))
(theory T[N] (&(in[N,N])(>[x,y](in2[x,y,N])(f[x]))))
(conjecture c (>[x](in[x,M])(=[x,x]))))
