// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A conjunction has two parts or more.

(define f[x,y] (&(in[x,y])))

// CHECK: conjunction-one-part.mpl:[[@LINE-2]]:27: error: expected an expression, found ')'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (&(in[x,y]))){{$}}
// CHECK-NEXT:{{^ {26}\^$}}
// CHECK-NOT: {{error|warning|note}}:
