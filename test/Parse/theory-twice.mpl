// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// One theory in a file.

(theory T[N] (>[x](in[x,N])(in[x,N])))
(theory U[N] (>[x](in[x,N])(in[x,N])))

// CHECK: theory-twice.mpl:[[@LINE-2]]:1: error: a file states one theory only{{$}}
// CHECK-NEXT:{{^}}(theory U[N] (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: theory-twice.mpl:[[@LINE-6]]:1: note: the first theory is here{{$}}
// CHECK-NEXT:{{^}}(theory T[N] (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
