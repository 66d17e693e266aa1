// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Equality has two sides.

(define f[x,y] (=[x,y,x]))

// CHECK: wrong-arity-equality.mpl:[[@LINE-2]]:16: error: wrong arity: '=' takes 2 arguments, found 3{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (=[x,y,x])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK-NOT: {{error|warning|note}}:
