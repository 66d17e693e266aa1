// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A bracket that closes nothing.

(define f[x,y] (in[x,y])))

// CHECK: bracket-extra.mpl:[[@LINE-2]]:26: error: unbalanced bracket: this ')' closes nothing{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y]))){{$}}
// CHECK-NEXT:{{^ {25}\^$}}
// CHECK-NOT: {{error|warning|note}}:
