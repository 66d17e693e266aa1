// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// No set is a member of itself.

(define f[S] (in[S,S]))

// CHECK: type-infinite.mpl:[[@LINE-2]]:20: error: type clash: with this use the type of 'S' would contain itself{{$}}
// CHECK-NEXT:{{^}}(define f[S] (in[S,S])){{$}}
// CHECK-NEXT:{{^ {19}\^$}}
// CHECK: type-infinite.mpl:[[@LINE-5]]:18: note: 'S' is used here{{$}}
// CHECK-NEXT:{{^}}(define f[S] (in[S,S])){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK-NOT: {{error|warning|note}}:
