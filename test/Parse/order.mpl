// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s | FileCheck %s --match-full-lines --strict-whitespace
// Definitions are brought into an order in which each stands before its use.

// CHECK:(define c[x] (=[x,x]))
// CHECK-NEXT:(define b[x] (&(c[x])(c[x])))
// CHECK-NEXT:(define a[x] (b[x]))
// CHECK-NEXT:(define d[x] (a[x]))
(define a[x] (b[x]))
(define d[x] (a[x]))
(define b[x] (&(c[x])(c[x])))
(define c[x] (=[x,x]))
