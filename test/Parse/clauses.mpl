// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s 2>&1 >/dev/null | FileCheck %s --strict-whitespace
// Clauses are looked at as a functional language looks at them.
(theory T)
(set E)
(constant e : E)
(datatype N = 0 | s(N))
(datatype L = nil | cons(E, L))

// Complete, without overlaps, and they end: nothing is said.
// CHECK-NOT: warning
(function + : N, N -> N  a + 0 = a; a + s(b) = s(a + b))
(function ++ : L, L -> L  nil ++ l = l; cons(x, l) ++ m = cons(x, l ++ m))
(function min : N, N -> N  min(0, b) = 0; min(a, 0) = 0; min(s(a), s(b)) = s(min(a, b)))
(function half : N -> N  half(0) = 0; half(s(0)) = 0; half(s(s(n))) = s(half(n)))
(function ack : N, N -> N  ack(0, b) = s(b); ack(s(a), 0) = ack(a, s(0)); ack(s(a), s(b)) = ack(a, ack(s(a), b)))

// CHECK: [[@LINE+1]]:11: warning: no clause of 'pred' is seen to say what pred(0) is; such values are open{{$}}
(function pred : N -> N  pred(s(n)) = n)
// CHECK: [[@LINE+1]]:11: warning: no clause of 'two' is seen to say what two(_, s(s(_))) is; such values are open{{$}}
(function two : N, N -> N  two(a, 0) = a; two(a, s(0)) = a)
(function max : N, N -> N  max(0, b) = b; max(a, 0) = a; max(s(a), s(b)) = s(max(a, b)))
// CHECK: [[@LINE+2]]:47: warning: this clause of 'wrong' and an earlier one match the same inputs; if they differ there, the axioms are contradictory{{$}}
// CHECK: note: the other clause is here
(function wrong : N, N -> N  wrong(0, b) = b; wrong(a, 0) = s(a); wrong(s(a), s(b)) = 0)
// CHECK: [[@LINE+1]]:46: warning: this use of 'up' is not seen to be on a part of the pattern; if the recursion does not end, the axioms may be contradictory or leave values open{{$}}
(function up : N -> N  up(0) = 0; up(s(n)) = up(s(s(n))))
// CHECK: [[@LINE+1]]:25: warning: no clause of 'inv' by its form, 'inv(patterns) = term'; whether the clauses define a function is not checked{{$}}
(function inv : E -> E  e = inv(e))
// CHECK: [[@LINE+1]]:30: warning: no pattern of variables and constructors; whether the clauses define a function is not checked{{$}}
(function neg : E -> E   neg(neg(x)) = x)
// CHECK: [[@LINE+1]]:37: warning: 'x' stands twice in the patterns; whether the clauses define a function is not checked{{$}}
(function same : E, E -> E  same(x, x) = e)
