// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Lists of names.

(define [x,y] (in[x,y]))
(define f(in[x,y]))
(define g[x y] (in[x,y]))
(define h[x,] (in[x,y]))
(define k[x,y] (in x y))
(define m[x,y] (in[]))
(define n[(x),y] (in[x,y]))

// CHECK: expected-list.mpl:[[@LINE-8]]:9: error: expected the name of the definition, found '['{{$}}
// CHECK-NEXT:{{^}}(define [x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: expected-list.mpl:[[@LINE-10]]:10: error: expected '[', found '('{{$}}
// CHECK-NEXT:{{^}}(define f(in[x,y])){{$}}
// CHECK-NEXT:{{^ {9}\^$}}
// CHECK: expected-list.mpl:[[@LINE-12]]:13: error: expected ',' or ']', found 'y'{{$}}
// CHECK-NEXT:{{^}}(define g[x y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: expected-list.mpl:[[@LINE-14]]:13: error: expected a parameter, found ']'{{$}}
// CHECK-NEXT:{{^}}(define h[x,] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK: expected-list.mpl:[[@LINE-16]]:20: error: expected '[', '(' or an operator, found 'x'{{$}}
// CHECK-NEXT:{{^}}(define k[x,y] (in x y)){{$}}
// CHECK-NEXT:{{^ {19}\^$}}
// CHECK: expected-list.mpl:[[@LINE-18]]:20: error: expected an argument, found ']'{{$}}
// CHECK-NEXT:{{^}}(define m[x,y] (in[])){{$}}
// CHECK-NEXT:{{^ {19}\^$}}
// CHECK: expected-list.mpl:[[@LINE-20]]:11: error: expected a parameter, found '('{{$}}
// CHECK-NEXT:{{^}}(define n[(x),y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {10}\^$}}
// CHECK-NOT: {{error|warning|note}}:
