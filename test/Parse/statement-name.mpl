// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A statement is named by an identifier: files are named after it.

(theory T[N] (>[x](in[x,N])(in[x,N])))
(conjecture <= (>[x](in[x,N])(in[x,N])))

// CHECK: statement-name.mpl:[[@LINE-2]]:13: error: the name of a statement is an identifier, found '<='{{$}}
// CHECK-NEXT:{{^}}(conjecture <= (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK-NOT: {{error|warning|note}}:
