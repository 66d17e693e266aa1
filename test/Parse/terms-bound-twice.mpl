// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s | FileCheck %s
// A name may be bound twice beside each other, also where one of both binds in
// the whole rule in the end.
(theory Twice)
(set D)
(relation P, Q : D)
// CHECK: (conjecture some (>[x](&(>[b](in[b,D])(in[b,P]))(in[x,Q]))!(>[a](in[a,D])!(in[a,P]))))
(conjecture some (forall x: P(x)) and (exists x: Q(x)) implies exists x: P(x))
// CHECK: (conjecture both
(conjecture both (forall x: P(x)) iff forall x: Q(x))
