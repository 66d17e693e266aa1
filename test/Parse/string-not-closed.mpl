// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A string ends on its line.

(import "function.mpl)
(define f[x,y] (in[x,y]))

// CHECK: string-not-closed.mpl:[[@LINE-3]]:9: error: string is not closed; expected '"' on the same line{{$}}
// CHECK-NEXT:{{^}}(import "function.mpl){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK-NOT: {{error|warning|note}}:
