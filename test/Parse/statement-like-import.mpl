// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s | FileCheck %s
// A statement may be called like a definition of an import.
(import "Inputs/functions.mpl")
(theory T[G,*] (fXYZ[*,G,G,G]))
(conjecture commutative (commutative[*]))
(conjecture bijective associative[*])
// CHECK: (define bijective'[f,X,Y]
// CHECK: (define commutative'[f]
// CHECK: (conjecture commutative (commutative'[*]))
// CHECK: (conjecture bijective (associative[*]))
