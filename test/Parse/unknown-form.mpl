// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A keyword that does not exist.

(defin f[x,y] (in[x,y]))
(lemma f[x,y])

// CHECK: unknown-form.mpl:[[@LINE-3]]:2: error: unknown form 'defin'; did you mean 'define'?{{$}}
// CHECK-NEXT:{{^}}(defin f[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {1}\^$}}
// CHECK: unknown-form.mpl:[[@LINE-5]]:2: error: unknown form 'lemma'{{$}}
// CHECK-NEXT:{{^}}(lemma f[x,y]){{$}}
// CHECK-NEXT:{{^ {1}\^$}}
// CHECK-NOT: {{error|warning|note}}:
