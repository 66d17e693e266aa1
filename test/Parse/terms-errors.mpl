// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// What terms may not say; each message is about what stands in the file.
(theory T[N,i0,s,+,<=,L,len]
  (&(in[i0,N])
    (>[x,y](in2[x,y,s])(&(in[x,N])(in[y,N])))
    (>[x,y](in2[x,y,<=])(&(in[x,N])(in[y,N])))
    (>[x,y](in2[x,y,len])(&(in[x,L])(in[y,N])))))
(define even[x,s] (in2[x,x,s]))

// CHECK: [[@LINE+3]]:25: error: expected a term, found a formula{{$}}
// CHECK-NEXT:{{^}}(conjecture c1 s(a <= b and b <= a) = i0){{$}}
// CHECK-NEXT:{{^ {24}\^$}}
(conjecture c1 s(a <= b and b <= a) = i0)
// CHECK: [[@LINE+1]]:18: error: the set of 'a' is not clear; say 'forall a in S:'{{$}}
(conjecture c2 s(a) = i0 or len(a) = i0)
// CHECK: note: it is in 'N' here
// CHECK: note: but in 'L' here
// CHECK: [[@LINE+1]]:16: error: nothing says which set 'a' is in; say 'forall a in S:'{{$}}
(conjecture c3 a = a)
// CHECK: [[@LINE+1]]:16: error: unbound variable 'lens'; did you mean 'len'?{{$}}
(conjecture c4 lens(a) = i0)
// CHECK: [[@LINE+1]]:16: error: 'even' is a definition: its arguments stand in square brackets, as in 'even[x,y]'{{$}}
(conjecture c6 even(a, s) implies a = i0)
// CHECK: [[@LINE+1]]:18: error: unbound variable '2'; numerals are members of a generated set with one constant and one constructor of one argument{{$}}
(conjecture c7 s(2) = i0)
// CHECK: [[@LINE+2]]:41: error: 'x' is bound again: it shadows a variable{{$}}
// CHECK: [[@LINE+1]]:23: note: first bound here{{$}}
(conjecture c8 forall x in N: exists y, x in N: x <= y)
// CHECK: [[@LINE+1]]:26: error: expected a formula, found the term 'b'{{$}}
(conjecture c9 a <= b or b)
