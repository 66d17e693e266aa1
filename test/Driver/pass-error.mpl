// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %python %S/Inputs/exits.py 6 %mplc %s -o %t 2>&1 | FileCheck --strict-whitespace %s
// RUN: not ls %t
// RUN: %python %S/Inputs/exits.py 6 %mplc %s --emit=horn 2>&1 | FileCheck --strict-whitespace %s
// The language allows more than rules can say. The pass that finds out points
// at the source, as the front end does.

(theory T[N,c,d]
  (& (in[c,N])
     (>[x](in[x,N])!(>[y](in[y,N])!(=[y,x])))))

// CHECK: pass-error.mpl:[[@LINE-2]]:36: error: not supported yet: '(=[y,x])', an equality in an existential head{{$}}
// CHECK-NEXT:{{^}}     (>[x](in[x,N])!(>[y](in[y,N])!(=[y,x])))))
// CHECK-NEXT:{{^ {35}\^$}}
// CHECK-NOT: error:
