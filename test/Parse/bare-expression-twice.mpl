// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// One bare expression in a file.

(in[x,X])
(in[x,Y])

// CHECK: bare-expression-twice.mpl:[[@LINE-2]]:1: error: a file holds one bare expression only; use 'define' for several{{$}}
// CHECK-NEXT:{{^}}(in[x,Y]){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK: bare-expression-twice.mpl:[[@LINE-6]]:1: note: the first one is here{{$}}
// CHECK-NEXT:{{^}}(in[x,X]){{$}}
// CHECK-NEXT:{{^ {0}\^$}}
// CHECK-NOT: {{error|warning|note}}:
