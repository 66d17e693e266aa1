// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Facts speak of integers without naming them first; rules may have no premises.
// RUN: %mplc --emit=horn %s 2>&1 | FileCheck %s

(theory Facts[A,R,e,f]
  (&!(>[x](in[x,A])!(in2[x,x,R]))
    (=[e,f])
    (in[e,A])))
(fact (in2[1,2,R]))
(fact (in2[-3,e,R]))

// CHECK: horn.constant @e
// CHECK: horn.constant @f
// CHECK: horn.constant @"1"
// CHECK: horn.constant @"2"
// CHECK: horn.constant @"-3"
// CHECK: horn.rule @Facts.0()
// CHECK-NEXT: horn.witness(%x)
// CHECK: horn.rule @Facts.1()
// CHECK: horn.equate
// CHECK: horn.derive @in2.R
// CHECK-NEXT: horn.source use "fact:0" at "-"
// CHECK: horn.derive @in2.R
// CHECK-NEXT: horn.source use "fact:1" at "-"
