// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an open conjecture lacks is said, and nothing of its truth.
// RUN: rm -rf %t && not %mplc run -O0 %s --no-explore --splits 0 --depth 1 --out %t --explain lacking --explain known --explain whole > %t.log
// RUN: FileCheck %s < %t.log
// RUN: FileCheck %s --check-prefix=JSON < %t/results.json
// RUN: not %mplc run -O0 %s --out %t --explain nobody 2>&1 | FileCheck %s --check-prefix=WRONG
(import "../../mpl/natural.mpl")
(theory Sums[N,i0,s,+,near] (&
  (NaturalNumbers[N,i0,s])
  (addition[+,N,i0,s])
  (>[a,b](in2[a,b,near])(&(in[a,N])(in[b,N])))
  (>[a,b,c](&(in2[a,b,near])(in2[b,c,near]))(in2[a,c,near]))))
(induction [N,i0,s])

// CHECK: explain lacking: open, which does not make it false
// CHECK-NEXT: tried: {{[0-9]+}} attempts, with up to 1 generation of new terms, 0 nested splits and {{[0-9]+}} firings a block
// CHECK-NEXT: nearest: (in2[a,c,near]) by Sums.3.i lacks (in2[b,c,near])
// JSON: "name": "lacking"
// JSON-NEXT: "status": "open"
// JSON-NEXT: "limit"
// JSON-NEXT: "tried": "{{[0-9]+}} attempts, with up to
// JSON-NEXT: "nearest": [
// JSON-NEXT: "(in2[a,c,near]) by Sums.3.i lacks (in2[b,c,near])"
(conjecture lacking (>[a,b,c](&(in2[a,b,near])(in[c,N]))(in2[a,c,near])))
// CHECK: explain known: it is proved (direct)
(conjecture known (>[a](in[a,N])(in3[a,i0,a,+])))
// CHECK: explain whole: these parts of it are open:
// CHECK-NEXT: explain whole.2: open
(conjecture whole (>[a,b](in2[a,b,near])(&(in[a,N])(in2[b,a,near]))))

// WRONG: error: --explain: no conjecture is called 'nobody'
