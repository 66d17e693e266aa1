// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// The bounds that there are, each once, with an integer.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(explore e[s] (deth 2))
(explore f[s] (atoms 2))
(explore g[s] (size 2) (size 3))
(explore h[s] (size x) (depth -1) (depth ))

// CHECK: explore-bounds.mpl:[[@LINE-5]]:16: error: unknown bound 'deth'; the bounds are size, premises, variables, depth, splits, ground and firings; did you mean 'depth'?{{$}}
// CHECK-NEXT:{{^}}(explore e[s] (deth 2)){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-7]]:16: error: unknown bound 'atoms'; the bounds are size, premises, variables, depth, splits, ground and firings{{$}}
// CHECK-NEXT:{{^}}(explore f[s] (atoms 2)){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-9]]:25: error: duplicate bound 'size'{{$}}
// CHECK-NEXT:{{^}}(explore g[s] (size 2) (size 3)){{$}}
// CHECK-NEXT:{{^ {24}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-12]]:16: note: first given here{{$}}
// CHECK-NEXT:{{^}}(explore g[s] (size 2) (size 3)){{$}}
// CHECK-NEXT:{{^ {15}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-14]]:21: error: expected an integer from 0 to 1000000000, found 'x'{{$}}
// CHECK-NEXT:{{^}}(explore h[s] (size x) (depth -1) (depth )){{$}}
// CHECK-NEXT:{{^ {20}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-17]]:31: error: expected an integer from 0 to 1000000000, found '-1'{{$}}
// CHECK-NEXT:{{^}}(explore h[s] (size x) (depth -1) (depth )){{$}}
// CHECK-NEXT:{{^ {30}\^$}}
// CHECK: explore-bounds.mpl:[[@LINE-20]]:42: error: expected an integer from 0 to 1000000000, found ')'{{$}}
// CHECK-NEXT:{{^}}(explore h[s] (size x) (depth -1) (depth )){{$}}
// CHECK-NEXT:{{^ {41}\^$}}
// CHECK-NOT: {{error|warning|note}}:
