// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A definition does not use itself, not even by way of others.

(define f[x,y] (&(in[x,y])(g[x,y])))
(define g[x,y] !(h[x,y]))
(define h[x,y] (>[](in[x,y])(f[y,x])))
(define loop[x] !(loop[x]))

// CHECK: recursive-definition.mpl:[[@LINE-5]]:9: error: definition 'f' is recursive{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (&(in[x,y])(g[x,y]))){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: recursive-definition.mpl:[[@LINE-8]]:27: note: 'f' uses 'g' here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (&(in[x,y])(g[x,y]))){{$}}
// CHECK-NEXT:{{^ {26}\^$}}
// CHECK: recursive-definition.mpl:[[@LINE-10]]:17: note: 'g' uses 'h' here{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] !(h[x,y])){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: recursive-definition.mpl:[[@LINE-12]]:29: note: 'h' uses 'f' here{{$}}
// CHECK-NEXT:{{^}}(define h[x,y] (>[](in[x,y])(f[y,x]))){{$}}
// CHECK-NEXT:{{^ {28}\^$}}
// CHECK: recursive-definition.mpl:[[@LINE-14]]:9: error: definition 'loop' is recursive{{$}}
// CHECK-NEXT:{{^}}(define loop[x] !(loop[x])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: recursive-definition.mpl:[[@LINE-17]]:18: note: 'loop' uses 'loop' here{{$}}
// CHECK-NEXT:{{^}}(define loop[x] !(loop[x])){{$}}
// CHECK-NEXT:{{^ {17}\^$}}
// CHECK-NOT: {{error|warning|note}}:
