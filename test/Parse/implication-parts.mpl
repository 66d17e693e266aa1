// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// An implication has one expression on each side.

(define f[x,y] (>[](in[x,y])))
(define g[x,y] (>[](in[x,y])(in[x,y])(in[x,y])))
(define h[x,y] (>(in[x,y])(in[x,y])))

// CHECK: implication-parts.mpl:[[@LINE-4]]:29: error: expected an expression, found ')'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (>[](in[x,y]))){{$}}
// CHECK-NEXT:{{^ {28}\^$}}
// CHECK: implication-parts.mpl:[[@LINE-6]]:38: error: expected ')', found a third expression: an implication has one on each side{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (>[](in[x,y])(in[x,y])(in[x,y]))){{$}}
// CHECK-NEXT:{{^ {37}\^$}}
// CHECK: implication-parts.mpl:[[@LINE-8]]:18: error: expected '[', found '('{{$}}
// CHECK-NEXT:{{^}}(define h[x,y] (>(in[x,y])(in[x,y]))){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK-NOT: {{error|warning|note}}:
