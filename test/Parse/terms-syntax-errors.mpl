// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Formulas that cannot be read, and those of other languages.
(theory T[N] (>[x](in[x,N])(in[x,N])))

// CHECK: [[@LINE+1]]:23: error: '->' connects no formulas; in MPL this is written 'implies'{{$}}
(conjecture c1 a <= b -> b <= a)
// CHECK: [[@LINE+1]]:24: error: '=' and '=' are not mixed without brackets{{$}}
(conjecture c2 a = (b) = c)
// CHECK: [[@LINE+1]]:22: error: '<>' connects no formulas; in MPL this is written '!='{{$}}
(conjecture c3 a + b <> c = d)
// CHECK: [[@LINE+1]]:17: error: in MPL this is written 'exists x in S: A', or '!(>[x](in[x,S])!(A))'{{$}}
(conjecture c4 (exists[x] (in[x,N])))
// CHECK: [[@LINE+1]]:17: error: in MPL this is written 'forall x in S: A', or '(>[x](in[x,S])(A))'{{$}}
(conjecture c5 (forall ((x N)) (in[x,N])))
// CHECK: [[@LINE+1]]:17: error: in MPL this is written 'A or B', or '!(&!(A)!(B))'{{$}}
(conjecture c6 (| (in[x,N]) (in[x,N])))
// CHECK: [[@LINE+1]]:17: error: in MPL this is written 'A implies B', or '(>[x](A)(B))'{{$}}
(conjecture c7 (=> (in[x,N]) (in[x,N])))
// CHECK: [[@LINE+1]]:25: error: expected ',', 'in' or ':', found '('{{$}}
(conjecture c8 forall x (in[x,N]))
// CHECK: [[@LINE+1]]:29: error: operands of '&' and '>' stand in brackets of their own{{$}}
(conjecture c9 (& (in[x,N]) = x))
// CHECK: [[@LINE+1]]:2: error: 'declare-sort' is of SMT-LIB; in MPL this is written '(set S)'{{$}}
(declare-sort Elem 0)
// CHECK: [[@LINE+1]]:2: error: 'assert' is of SMT-LIB; in MPL this is written '(theory T formula; formula)'{{$}}
(assert (= x y))
// CHECK: [[@LINE+1]]:1: error: 'fof' is of TPTP; in MPL this is written '(conjecture name formula)'{{$}}
fof(ax1, axiom, ! [X] : p(X))
