// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// A definition asks for the types of its parameters.

(define monotone[f,R] (>[x,y,u,v](&(in2[x,y,R])(in2[x,u,f])(in2[y,v,f]))(in2[u,v,R])))
(theory T[N,R] (&(>[x](in[x,N])(=[x,x]))(monotone[N,R])))

// CHECK: type-clash-definition.mpl:[[@LINE-2]]:51: error: type clash: 'N' is used as a relation of two elements (or a function of one) here{{$}}
// CHECK-NEXT:{{^}}(theory T[N,R] (&(>[x](in[x,N])(=[x,x]))(monotone[N,R]))){{$}}
// CHECK-NEXT:{{^ {50}\^$}}
// CHECK: type-clash-definition.mpl:[[@LINE-5]]:29: note: but as a set of elements here{{$}}
// CHECK-NEXT:{{^}}(theory T[N,R] (&(>[x](in[x,N])(=[x,x]))(monotone[N,R]))){{$}}
// CHECK-NEXT:{{^ {28}\^$}}
// CHECK-NOT: {{error|warning|note}}:
