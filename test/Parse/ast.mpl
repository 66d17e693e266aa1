// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=ast %s | FileCheck %s --match-full-lines --strict-whitespace
// Every construct, and the types that its names get.

(define fXY[f,X,Y]
  (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))))
//      CHECK:definition fXY [f : P(x(1)(1)), X : P(1), Y : P(1)]
// CHECK-NEXT:  conjunction
// CHECK-NEXT:    implication [x : (1)]
// CHECK-NEXT:      atom in [x,X]
// CHECK-NEXT:      negation
// CHECK-NEXT:        implication [y : (1)]
// CHECK-NEXT:          atom in [y,Y]
// CHECK-NEXT:          negation
// CHECK-NEXT:            atom in2 [x,y,f]
// CHECK-NEXT:    implication [x : (1), y : (1)]
// CHECK-NEXT:      atom in2 [x,y,f]
// CHECK-NEXT:      conjunction
// CHECK-NEXT:        atom in [x,X]
// CHECK-NEXT:        atom in [y,Y]

(theory Peano[N,i0,s,+,<=]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a](in[a,N])(in2[a,a,<=]))
    (>[a,b](&(in2[a,b,<=])(in2[b,a,<=]))(=[a,b]))))
//      CHECK:theory Peano [N : P(1), i0 : (1), s : P(x(1)(1)), + : P(x(1)(x(1)(1))), <= : P(x(1)(1))]
// CHECK-NEXT:  conjunction
// CHECK-NEXT:    atom in [i0,N]
// CHECK-NEXT:    atom fXY [s,N,N]
//      CHECK:      equality [a,b]

(induction [N,i0,s])
// CHECK-NEXT:induction N [i0,s]

(explore laws[i0,+,fXY] (size 3) (premises 2) (variables 3) (depth 1) (splits 0)
  (ground 4) (firings 20000))
// CHECK-NEXT:explore laws [i0,+,fXY] size=3 premises=2 variables=3 depth=1 splits=0 ground=4 firings=20000

(conjecture add_zero_left /* 0 + a = a */ (>[a](in[a,N])(in3[i0,a,a,+])))
// CHECK-NEXT:conjecture add_zero_left
// CHECK-NEXT:  implication [a : (1)]
// CHECK-NEXT:    atom in [a,N]
// CHECK-NEXT:    atom in3 [i0,a,a,+]

(assume nothing_below_zero (>[](in[i0,N])(>[a](in2[a,i0,<=])(=[a,i0]))))
// CHECK-NEXT:assumption nothing_below_zero
// CHECK-NEXT:  implication []
// CHECK-NEXT:    atom in [i0,N]
// CHECK-NEXT:    implication [a : (1)]
// CHECK-NEXT:      atom in2 [a,i0,<=]
// CHECK-NEXT:      equality [a,i0]

(fact (in3[1,-2,3,+]))
// CHECK-NEXT:fact
// CHECK-NEXT:  atom in3 [1,-2,3,+]
