// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A bound name is not bound again.

(define f[S] (>[S,x](in[x,S])(in[x,S])))
(define g[S] (>[x](in[x,S])(>[x](in[x,S])(in[x,S]))))
(define h[S] (>[x,x](in[x,S])(in[x,S])))
(theory T[N] (>[N,x](in[x,N])(in[x,N])))
(define siblings[S] (&(>[x](in[x,S])(in[x,S]))(>[x](in[x,S])(in[x,S]))))

// CHECK: shadowed-variable.mpl:[[@LINE-6]]:17: error: 'S' is bound again: it shadows a parameter{{$}}
// CHECK-NEXT:{{^}}(define f[S] (>[S,x](in[x,S])(in[x,S]))){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-9]]:11: note: first bound here{{$}}
// CHECK-NEXT:{{^}}(define f[S] (>[S,x](in[x,S])(in[x,S]))){{$}}
// CHECK-NEXT:{{^ {10}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-11]]:31: error: 'x' is bound again: it shadows a variable{{$}}
// CHECK-NEXT:{{^}}(define g[S] (>[x](in[x,S])(>[x](in[x,S])(in[x,S])))){{$}}
// CHECK-NEXT:{{^ {30}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-14]]:17: note: first bound here{{$}}
// CHECK-NEXT:{{^}}(define g[S] (>[x](in[x,S])(>[x](in[x,S])(in[x,S])))){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-16]]:19: error: 'x' is bound again: it shadows a variable{{$}}
// CHECK-NEXT:{{^}}(define h[S] (>[x,x](in[x,S])(in[x,S]))){{$}}
// CHECK-NEXT:{{^ {18}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-19]]:17: note: first bound here{{$}}
// CHECK-NEXT:{{^}}(define h[S] (>[x,x](in[x,S])(in[x,S]))){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-21]]:17: error: 'N' is bound again: it shadows a constant{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[N,x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: shadowed-variable.mpl:[[@LINE-24]]:11: note: first bound here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[N,x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {10}\^$}}
// CHECK-NOT: {{error|warning|note}}:
