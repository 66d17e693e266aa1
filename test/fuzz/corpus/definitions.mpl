// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
(define b[x,S] (a[x,S]))
(define a[x,S] (&(in[x,S])!(>[y](in[y,S])(=[x,y]))))
