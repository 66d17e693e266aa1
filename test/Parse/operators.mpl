// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s | FileCheck %s --match-full-lines --strict-whitespace
// Operator symbols are names wherever no form of expression begins, and white
// space and comments stand between any two tokens.

// CHECK:(define f[+,*,-,<=,>,&,=,/,->] (&(in3[+,*,-,<=])(=[=,/])(in2[>,&,->])))
(define f [ + , * , - , <= , > , & , = , / , -> ]
  ( & ( in3 [ + , * , - , <= ] ) ( = [ = , / ] )
    ( in2 [ >/* a comment */, &// another
          , -> ] ) ) )
// CHECK:(define <=[x,y] !(>[]!(=[x,y])!!(=[y,x])))
(define <=[x,y] ! ( > [ ] ! (=[x,y]) ! ! (=[y,x]) ) )
// CHECK:(define >=[x,y] (<=[y,x]))
(define >=[x,y] (<=[y,x]))
// CHECK:(define f-g.2[x',y_0,-7,7up] (&(=[x',y_0])(=[-7,7up])))
(define f-g.2[x',y_0,-7,7up] (&(=[x',y_0])(=[-7,7up])))
