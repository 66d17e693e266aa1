// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The end of a comment that never began.

(define f[x,y] (in[x,y])) */

// CHECK: comment-stray-end.mpl:[[@LINE-2]]:27: error: bad token '*/': no comment is open here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y])) */{{$}}
// CHECK-NEXT:{{^ {26}\^$}}
// CHECK-NOT: {{error|warning|note}}:
