// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A variable is bound by a quantifier, or is a parameter or a constant.

(define f[set] (>[x](in[x,set])(=[x,y])))
(define g[set] (>[x](in[x,sett])(in[x,set])))
(theory T[N] (>[x](in[x,N])(=[x,z])))
(conjecture c (&(>[x](in[x,N])(in[x,N]))(in[x,N])))

// CHECK: unbound-variable.mpl:[[@LINE-5]]:37: error: unbound variable 'y'{{$}}
// CHECK-NEXT:{{^}}(define f[set] (>[x](in[x,set])(=[x,y]))){{$}}
// CHECK-NEXT:{{^ {36}\^$}}
// CHECK: unbound-variable.mpl:[[@LINE-7]]:27: error: unbound variable 'sett'; did you mean 'set'?{{$}}
// CHECK-NEXT:{{^}}(define g[set] (>[x](in[x,sett])(in[x,set]))){{$}}
// CHECK-NEXT:{{^ {26}\^$}}
// CHECK: unbound-variable.mpl:[[@LINE-9]]:33: error: unbound variable 'z'{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[x](in[x,N])(=[x,z]))){{$}}
// CHECK-NEXT:{{^ {32}\^$}}
// CHECK: unbound-variable.mpl:[[@LINE-11]]:45: error: unbound variable 'x'{{$}}
// CHECK-NEXT:{{^}}(conjecture c (&(>[x](in[x,N])(in[x,N]))(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {44}\^$}}
// CHECK-NOT: {{error|warning|note}}:
