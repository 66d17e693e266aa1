// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A bare expression has a file for itself.

(>[x](in[x,X])(in[x,Y]))
(define f[x,y] (in[x,y]))

// CHECK: bare-expression-not-alone.mpl:[[@LINE-3]]:1: error: a bare expression stands alone in its file, but for imports; use 'define' to name it{{$}}
// CHECK-NEXT:{{^}}(>[x](in[x,X])(in[x,Y])){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: bare-expression-not-alone.mpl:[[@LINE-5]]:9: note: another form is here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK-NOT: {{error|warning|note}}:
