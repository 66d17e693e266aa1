// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conditions of every form, for proofs that go through both cases.
(define P[x] (=[x,x]))
(theory Conditions[S,a,b] (&(in[a,S])(in[b,S])))
