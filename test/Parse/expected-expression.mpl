// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Where an expression must stand.

(define f[x,y] )
(define g[x,y] x)

// CHECK: expected-expression.mpl:[[@LINE-3]]:16: error: expected an expression, found ')'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] ){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: expected-expression.mpl:[[@LINE-5]]:16: error: expected an expression, found 'x'{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] x){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK-NOT: {{error|warning|note}}:
