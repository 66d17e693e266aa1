// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Strings stand in imports only.

(define f[x,y] (in[x,"y"]))

// CHECK: bad-token-quote.mpl:[[@LINE-2]]:22: error: expected an argument, found a string{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,"y"])){{$}}
// CHECK-NEXT:{{^ {21}\^$}}
// CHECK-NOT: {{error|warning|note}}:
