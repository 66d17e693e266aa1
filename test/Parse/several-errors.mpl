// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Errors of different kinds in one file are all reported.

(define f[x,y] (in[x,y]))
(define g[x,y] (&(in[x)(in2[x,y,y)))
(theory T[N,s] (&(in[N)(f[s,N])))

// CHECK: several-errors.mpl:[[@LINE-3]]:23: error: expected ',' or ']', found ')'{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (&(in[x)(in2[x,y,y))){{$}}
// CHECK-NEXT:{{^ {22}\^$}}
// CHECK: several-errors.mpl:[[@LINE-6]]:34: error: expected ',' or ']', found ')'{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (&(in[x)(in2[x,y,y))){{$}}
// CHECK-NEXT:{{^ {33}\^$}}
// CHECK: several-errors.mpl:[[@LINE-8]]:23: error: expected ',' or ']', found ')'{{$}}
// CHECK-NEXT:{{^}}(theory T[N,s] (&(in[N)(f[s,N]))){{$}}
// CHECK-NEXT:{{^ {22}\^$}}
// CHECK-NOT: {{error|warning|note}}:
