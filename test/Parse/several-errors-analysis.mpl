// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Analysis reports all that it finds, too.

(define f[S] (>[x](in[x,S])(=[x,y])))
(define g[S] (f[S,S]))
(theory T[N] (&(h[N])(>[x,y](in2[x,y,N])(in[x,N]))))

// CHECK: several-errors-analysis.mpl:[[@LINE-4]]:33: error: unbound variable 'y'{{$}}
// CHECK-NEXT:{{^}}(define f[S] (>[x](in[x,S])(=[x,y]))){{$}}
// CHECK-NEXT:{{^ {32}\^$}}
// CHECK: several-errors-analysis.mpl:[[@LINE-6]]:14: error: wrong arity: 'f' takes 1 argument, found 2{{$}}
// CHECK-NEXT:{{^}}(define g[S] (f[S,S])){{$}}
// CHECK-NEXT:{{^ {13}\^$}}
// CHECK: several-errors-analysis.mpl:[[@LINE-10]]:9: note: 'f' is defined here{{$}}
// CHECK-NEXT:{{^}}(define f[S] (>[x](in[x,S])(=[x,y]))){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: several-errors-analysis.mpl:[[@LINE-11]]:16: error: unknown predicate 'h'{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (&(h[N])(>[x,y](in2[x,y,N])(in[x,N])))){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: several-errors-analysis.mpl:[[@LINE-14]]:47: error: type clash: 'N' is used as a set of elements here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (&(h[N])(>[x,y](in2[x,y,N])(in[x,N])))){{$}}
// CHECK-NEXT:{{^ {46}\^$}}
// CHECK: several-errors-analysis.mpl:[[@LINE-17]]:38: note: but as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (&(h[N])(>[x,y](in2[x,y,N])(in[x,N])))){{$}}
// CHECK-NEXT:{{^ {37}\^$}}
// CHECK-NOT: {{error|warning|note}}:
