// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: not %mplc --emit=ast %s 2>&1 | FileCheck --strict-whitespace %s
// Words of the language are not defined.

(define in[x,y] (=[x,y]))
(define in7[x,y] (=[x,y]))
(define =[x,y] (in[x,y]))
(define fact[x,y] (in[x,y]))
(define false[x,y] (in[x,y]))
(theory T[N] (>[x](in[x,N])(in[x,N])))
(conjecture contradiction (>[x](in[x,N])(in[x,N])))

// CHECK: reserved-name.mpl:[[@LINE-8]]:9: error: 'in' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(define in[x,y] (=[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: reserved-name.mpl:[[@LINE-10]]:9: error: 'in7' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(define in7[x,y] (=[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: reserved-name.mpl:[[@LINE-12]]:9: error: '=' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(define =[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: reserved-name.mpl:[[@LINE-14]]:9: error: 'fact' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(define fact[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: reserved-name.mpl:[[@LINE-16]]:9: error: 'false' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(define false[x,y] (in[x,y])){{$}}
// CHECK-NEXT:{{^ {8}\^$}}
// CHECK: reserved-name.mpl:[[@LINE-17]]:13: error: 'contradiction' is a word of the language{{$}}
// CHECK-NEXT:{{^}}(conjecture contradiction (>[x](in[x,N])(in[x,N]))){{$}}
// CHECK-NEXT:{{^ {12}\^$}}
// CHECK-NOT: {{error|warning|note}}:
