// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// What may follow an opening bracket.

(define f[x,y] ([x,y]))

// CHECK: expected-predicate.mpl:[[@LINE-2]]:17: error: expected a predicate, '=', '&' or '>', found '['{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] ([x,y])){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK-NOT: {{error|warning|note}}:
