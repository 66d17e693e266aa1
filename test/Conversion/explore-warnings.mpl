// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an explore form asks for and the program will not do is said.
// RUN: %mplc --emit=plan %s 2>&1 | FileCheck %s

// Nothing uses it, so it has no table.
(define below[x,y,R] (in2[x,y,R]))

(theory Explored[A,e,f,R]
  (&(in[e,A])
    (>[x](in[x,A])!(>[y](in[y,A])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,A])(in[y,A])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))
    (in2[e,e,R])))

// CHECK: explore-warnings.mpl:[[@LINE+1]]:10: warning: {{.*}}leaves out "below", which is no total function, relation or element
(explore some[e,f,R,below] (size 2) (depth 3) (premises 2) (splits 0) (firings 100) (ground 4))
// The bounds, the function, the relation, the element.
// CHECK-NOT: warning
// CHECK: "explore some 2 3 2 3 0 100 4 1 {{[0-9]+}} 1 {{[0-9]+}} 1 -1"
