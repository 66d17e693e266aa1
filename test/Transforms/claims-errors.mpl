// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=horn %s 2>&1 | FileCheck %s

(define open[f,A,a] (in[a,A]))

(theory Errors[A,R,e] (in2[e,e,R]))

// CHECK: claims-errors.mpl:[[@LINE+3]]:9: error: not supported yet: assuming several claims at once; assume them one by one
// CHECK-NEXT: (assume conjunction
// CHECK-NEXT: ^
(assume conjunction (>[a](in[a,A])(&(in2[a,a,R])(=[a,a]))))

// What a definition says nothing about is an element.
// CHECK: claims-errors.mpl:[[@LINE+1]]:{{[0-9]+}}: error: not supported yet: a set or function for 'f' of 'open', which its definition leaves open
(conjecture leftOpen (>[a](in2[a,a,R])(open[R,A,a])))
