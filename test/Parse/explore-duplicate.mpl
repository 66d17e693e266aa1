// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Explorations have different names.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(explore e[s])
(explore e[i0,s])

// CHECK: explore-duplicate.mpl:[[@LINE-2]]:10: error: duplicate exploration 'e'{{$}}
// CHECK-NEXT:{{^}}(explore e[i0,s]){{$}}
// CHECK-NEXT:{{^ {9}\^$}}
// CHECK: explore-duplicate.mpl:[[@LINE-6]]:10: note: the name is first given here{{$}}
// CHECK-NEXT:{{^}}(explore e[s]){{$}}
// CHECK-NEXT:{{^ {9}\^$}}
// CHECK-NOT: {{error|warning|note}}:
