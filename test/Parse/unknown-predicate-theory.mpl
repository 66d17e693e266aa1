// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The theory of the file is not a predicate in it.

(theory T[N] (>[x](in[x,N])(in[x,N])))
(conjecture c (T[N]))

// CHECK: unknown-predicate-theory.mpl:[[@LINE-2]]:15: error: theory 'T' is stated in this file; only an imported theory is a predicate{{$}}
// CHECK-NEXT:{{^}}(conjecture c (T[N])){{$}}
// CHECK-NEXT:{{^ {14}\^$}}
// CHECK-NOT: {{error|warning|note}}:
