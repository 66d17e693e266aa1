// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Definitions, the theory and statements share one set of names.

(define f[x,y] (in[x,y]))
(define f[x,y] (in[y,x]))
(define T[x,y] (in[x,y]))
(theory T[N] (>[x](in[x,N])(in[x,N])))
(conjecture c (>[x](in[x,N])(in[x,N])))
(conjecture c (>[x](in[x,N])(in[x,N])))
(assume c (>[x](in[x,N])(in[x,N])))
(conjecture f (>[x](in[x,N])(in[x,N])))

// CHECK: duplicate-name.mpl:[[@LINE-8]]:9: error: duplicate definition 'f'{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[y,x])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-12]]:9: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-12]]:9: error: duplicate theory 'T'{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-16]]:9: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(define T[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-16]]:13: error: duplicate conjecture 'c'{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-20]]:13: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-21]]:9: error: duplicate assumption 'c'{{$}}
// CHECK-NEXT:{{^}}(assume c (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-26]]:13: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(conjecture c (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-26]]:13: error: duplicate conjecture 'f'{{$}}
// CHECK-NEXT:{{^}}(conjecture f (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: duplicate-name.mpl:[[@LINE-36]]:9: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(define f[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK-NOT: {{error|warning|note}}:
