// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sets of sets: names stand for sets and functions, too.

(define covers[F,S] (>[x](in[x,S])!(>[A,f](&(in[A,F])(in2[x,x,f]))!(in[x,A]))))

(theory Families[F,S,T,e,same]
  (&(in[S,F])(in[e,S])(=[S,T])
    (>[A,B](in2[A,B,same])(=[A,B]))
    (>[A](in[A,F])(in2[A,T,same]))
    (covers[F,S])))
