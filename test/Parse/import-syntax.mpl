// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The two kinds of import.

(import function.mpl)
(import "x.mpl" is f[x])
(import "x.mpl" as [x])

// CHECK: import-syntax.mpl:[[@LINE-4]]:9: error: expected the path of a file as a string, found 'function.mpl'{{$}}
// CHECK-NEXT:{{^}}(import function.mpl){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: import-syntax.mpl:[[@LINE-6]]:17: error: expected ')' or 'as', found 'is'{{$}}
// CHECK-NEXT:{{^}}(import "x.mpl" is f[x]){{$}}
// CHECK-NEXT:{{^ {16}\^$}}
// CHECK: import-syntax.mpl:[[@LINE-8]]:20: error: expected the name of a definition, found '['{{$}}
// CHECK-NEXT:{{^}}(import "x.mpl" as [x]){{$}}
// CHECK-NEXT:{{^ {19}\^$}}
// CHECK-NOT: {{error|warning|note}}:
