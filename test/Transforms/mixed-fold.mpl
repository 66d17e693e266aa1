// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A definition with an existential beside other parts is folded inside blocks; where a
// goal claims it, each part is a claim of its own all the same.
// RUN: %mplc --emit=horn %s | FileCheck %s
(import "../../mpl/function.mpl")
(define below[N,+,a,b] (&(in[a,N])(in[b,N])!(>[c](in[c,N])!(in3[a,c,b,+]))!(=[a,b])))
(theory Order[N,+] (fXYZ[+,N,N,N]))
(conjecture same (>[a,b](below[N,+,a,b])(below[N,+,a,b])))

// CHECK: horn.rule @"below.fold[N,+]"(%a, %b, %c) {
// CHECK-NEXT: horn.match @"in3.+"(%a, %c, %b)
// CHECK-NEXT: horn.match @"!="(%a, %b)
// CHECK-NEXT: horn.derive @"below.N.+"(%a, %b)
// CHECK-NEXT: horn.source fold "below" where ["c" = %c]
// CHECK: horn.compose @same "{{.*}}" from ["same.1", "same.2", "same.3", "same.4"]
