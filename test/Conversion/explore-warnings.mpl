// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an explore form asks for and the program will not do is said.
// RUN: %mplc --emit=plan %s 2>&1 | FileCheck %s

(theory Explored[A,e,f,R]
  (&(in[e,A])
    (>[x](in[x,A])!(>[y](in[y,A])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,A])(in[y,A])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))
    (in2[e,e,R])))

// CHECK: explore-warnings.mpl:[[@LINE+2]]:10: warning: {{.*}}leaves out "R", which is no total function and no element
// CHECK: explore-warnings.mpl:[[@LINE+1]]:10: warning: {{.*}}does not use the bound "depth" yet: only size and variables count
(explore some[e,f,R] (size 2) (depth 3))
// CHECK: "explore some 2 3 1 {{[0-9]+}} 1 -1"
