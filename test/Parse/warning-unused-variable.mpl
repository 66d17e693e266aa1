// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A variable that does not occur.

(define f[S] (>[x,y](in[x,S])(in[x,S])))

// CHECK: warning-unused-variable.mpl:[[@LINE-2]]:19: warning: variable 'y' is not used{{$}}
// CHECK-NEXT:{{^}}(define f[S] (>[x,y](in[x,S])(in[x,S]))){{$}}
// CHECK-NEXT:{{^ {18}\^$}}
// CHECK-NOT: {{error|warning|note}}:
