// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
(define family[F] (>[A](in[A,F])!(>[x](in[x,A])!(=[x,x]))))
(define families[G] (>[F](in[F,G])(family[F])))
