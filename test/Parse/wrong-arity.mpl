// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Every predicate has one arity.

(define f[x,y] (in[x,y,y]))
(define g[x,y] (in2[x,y]))
(define h[x,y] (in4[x,x,x,y]))
(define k[x,y] (f[x]))

// CHECK: wrong-arity.mpl:[[@LINE-5]]:16: error: wrong arity: 'in' takes 2 arguments, found 3{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y,y])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: wrong-arity.mpl:[[@LINE-7]]:16: error: wrong arity: 'in2' takes 3 arguments, found 2{{$}}
// CHECK-NEXT:{{^}}(define g[x,y] (in2[x,y])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: wrong-arity.mpl:[[@LINE-9]]:16: error: wrong arity: 'in4' takes 5 arguments, found 4{{$}}
// CHECK-NEXT:{{^}}(define h[x,y] (in4[x,x,x,y])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: wrong-arity.mpl:[[@LINE-11]]:16: error: wrong arity: 'f' takes 2 arguments, found 1{{$}}
// CHECK-NEXT:{{^}}(define k[x,y] (f[x])){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: wrong-arity.mpl:[[@LINE-17]]:9: note: 'f' is defined here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK-NOT: {{error|warning|note}}:
