// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A form lacks its last bracket.

(define f[x,y] (in[x,y])
(define g[x,y] (in[x,y]))

// CHECK: bracket-form-not-closed.mpl:[[@LINE-2]]:1: error: expected ')', found the next form{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: bracket-form-not-closed.mpl:[[@LINE-6]]:1: note: to close this '('{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y]){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
