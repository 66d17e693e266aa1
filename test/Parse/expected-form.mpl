// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A file is a sequence of forms.

hello
(define f[x,y] (in[x,y]))

// CHECK: expected-form.mpl:[[@LINE-3]]:1: error: expected a form or an expression, found 'hello'{{$}}
// CHECK-NEXT:{{^}}hello{{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
