// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Parameters and constants have different names.

(define f[x,x] (=[x,x]))
(theory T[N,N] (>[x](in[x,N])(in[x,N])))

// CHECK: duplicate-parameter.mpl:[[@LINE-3]]:13: error: duplicate parameter 'x'{{$}}
// CHECK-NEXT:{{^}}(define f[x,x] (=[x,x])){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-parameter.mpl:[[@LINE-6]]:11: note: first given here{{$}}
// CHECK-NEXT:{{^}}(define f[x,x] (=[x,x])){{$}}
// CHECK-NEXT:{{^ {10}\^$}}
// CHECK: duplicate-parameter.mpl:[[@LINE-8]]:13: error: duplicate constant 'N'{{$}}
// CHECK-NEXT:{{^}}(theory T[N,N] (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-parameter.mpl:[[@LINE-11]]:11: note: first given here{{$}}
// CHECK-NEXT:{{^}}(theory T[N,N] (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {10}\^$}}
// CHECK-NOT: {{error|warning|note}}:
