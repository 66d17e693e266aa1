// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The nearest known name is suggested.

(define monotone[f,R] (>[x,y](in2[x,y,R])(in2[x,y,f])))
(define g[f,R] (monoton[f,R]))
(define h[f,R] (in1[f,R]))
(define k[f,R] (quite_different[f,R]))

// CHECK: unknown-predicate.mpl:[[@LINE-4]]:16: error: unknown predicate 'monoton'; did you mean 'monotone'?{{$}}
// CHECK-NEXT:{{^}}(define g[f,R] (monoton[f,R])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: unknown-predicate.mpl:[[@LINE-6]]:16: error: unknown predicate 'in1'; did you mean 'in'?{{$}}
// CHECK-NEXT:{{^}}(define h[f,R] (in1[f,R])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: unknown-predicate.mpl:[[@LINE-8]]:16: error: unknown predicate 'quite_different'{{$}}
// CHECK-NEXT:{{^}}(define k[f,R] (quite_different[f,R])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK-NOT: {{error|warning|note}}:
