// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A name in a fact is a constant.

(theory T[N,i0,s] (&(in[i0,N])(in2[i0,i0,s])))
(fact (in2[7,-1,s]))
(fact (in2[i0,x,s]))
(fact (in2[i0,i00,s]))

// CHECK: fact-unknown-name.mpl:[[@LINE-3]]:15: error: a fact is about constants and integers, not 'x'{{$}}
// CHECK-NEXT:{{^}}(fact (in2[i0,x,s])){{$}}
// CHECK-NEXT:{{^ {14}\^$}}
// CHECK: fact-unknown-name.mpl:[[@LINE-5]]:15: error: a fact is about constants and integers, not 'i00'; did you mean 'i0'?{{$}}
// CHECK-NEXT:{{^}}(fact (in2[i0,i00,s])){{$}}
// CHECK-NEXT:{{^ {14}\^$}}
// CHECK-NOT: {{error|warning|note}}:
