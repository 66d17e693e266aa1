// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A form ends after its expression.

(define f[x,y] (in[x,y]) (in[x,y]))

// CHECK: form-too-long.mpl:[[@LINE-2]]:26: error: expected ')', found '('{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y]) (in[x,y])){{$}}
// CHECK-NEXT:{{^ {25}\^$}}
// CHECK: form-too-long.mpl:[[@LINE-5]]:1: note: to close this '('{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y]) (in[x,y])){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
