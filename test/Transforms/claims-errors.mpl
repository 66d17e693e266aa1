// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=horn %s 2>&1 | FileCheck %s

(define below[u,A,R] (>[x](in[x,A])(in2[x,u,R])))
(define open[f,A,a] (in[a,A]))

(theory Errors[A,R,e] (in2[e,e,R]))

// CHECK: claims-errors.mpl:[[@LINE+3]]:9: error: not supported yet: assuming several claims at once; assume them one by one
// CHECK-NEXT: (assume conjunction
// CHECK-NEXT: ^
(assume conjunction (>[a](in[a,A])(&(in2[a,a,R])(=[a,a]))))

// The definition's own variable has the name of one that is bound already.
// CHECK: claims-errors.mpl:4:25: error: not supported yet: 'x' bound twice on the way to one clause
(conjecture captured (>[x](in[x,A])(below[x,A,R])))

// CHECK: claims-errors.mpl:[[@LINE+1]]:{{[0-9]+}}: error: not supported yet: a disjunction as a premise
(conjecture disjunction (>[a](&(in[a,A])!(&!(in2[a,a,R])!(=[a,e])))(in2[a,e,R])))

// CHECK: claims-errors.mpl:[[@LINE+1]]:{{[0-9]+}}: error: not supported yet: a negated universal statement as a premise
(conjecture negated (>[a](&(in[a,A])!(>[b](in[b,A])(in2[a,b,R])))(in2[a,a,R])))

// What a definition says nothing about is an element.
// CHECK: claims-errors.mpl:[[@LINE+1]]:{{[0-9]+}}: error: not supported yet: a set or function for 'f' of 'open', which its definition leaves open
(conjecture leftOpen (>[a](in2[a,a,R])(open[R,A,a])))
