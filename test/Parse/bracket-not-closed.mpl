// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The next form shows that a bracket is missing.

(define f[x,y] (&(in[x,y])(in[x,y])
(define g[x,y] (in[x,y]))

// CHECK: bracket-not-closed.mpl:[[@LINE-2]]:1: error: expected ')', found the next form{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: bracket-not-closed.mpl:[[@LINE-6]]:16: note: to close this '('{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (&(in[x,y])(in[x,y]){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK-NOT: {{error|warning|note}}:
