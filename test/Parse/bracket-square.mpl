// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A square bracket closed by a round one.

(define f[x,y] (in[x,y))

// CHECK: bracket-square.mpl:[[@LINE-2]]:23: error: expected ',' or ']', found ')'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y)){{$}}
// CHECK-NEXT:{{^ {22}\^$}}
// CHECK-NOT: {{error|warning|note}}:
