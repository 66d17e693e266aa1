// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A conjunction has a part or more; a single one is what it says.

(define f[x,y] (&))
(define g[x,y] (&(in[x,y])))

// CHECK: conjunction-one-part.mpl:[[@LINE-3]]:18: error: expected an expression, found ')'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (&)){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK-NOT: {{error|warning|note}}:
