// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A character that no token starts with.

(define f[x,y] (in[x,{y]))

// CHECK: bad-token.mpl:[[@LINE-2]]:22: error: bad token '{'; expected a bracket, ',', '!', a name or a string{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,{y])){{$}}
// CHECK-NEXT:{{^ {21}\^$}}
// CHECK-NOT: {{error|warning|note}}:
