// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Symbols are constants or definitions, each once.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(explore e[s,t,i0,i0])

// CHECK: explore-symbols.mpl:[[@LINE-2]]:14: error: not a constant or definition: 't'{{$}}
// CHECK-NEXT:{{^}}(explore e[s,t,i0,i0]){{$}}
// CHECK-NEXT:{{^ {13}\^$}}
// CHECK: explore-symbols.mpl:[[@LINE-5]]:19: error: duplicate symbol 'i0'{{$}}
// CHECK-NEXT:{{^}}(explore e[s,t,i0,i0]){{$}}
// CHECK-NEXT:{{^ {18}\^$}}
// CHECK: explore-symbols.mpl:[[@LINE-8]]:16: note: first given here{{$}}
// CHECK-NEXT:{{^}}(explore e[s,t,i0,i0]){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK-NOT: {{error|warning|note}}:
