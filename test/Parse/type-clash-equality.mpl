// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Equal arguments have equal types.

(define f[N,g] (>[x,y](&(in[x,N])(in2[x,y,g]))(=[N,g])))

// CHECK: type-clash-equality.mpl:[[@LINE-2]]:52: error: type clash: 'g' is used as a set of elements here{{$}}
// CHECK-NEXT:{{^}}(define f[N,g] (>[x,y](&(in[x,N])(in2[x,y,g]))(=[N,g]))){{$}}
// CHECK-NEXT:{{^ {51}\^$}}
// CHECK: type-clash-equality.mpl:[[@LINE-5]]:43: note: but as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}(define f[N,g] (>[x,y](&(in[x,N])(in2[x,y,g]))(=[N,g]))){{$}}
// CHECK-NEXT:{{^ {42}\^$}}
// CHECK-NOT: {{error|warning|note}}:
