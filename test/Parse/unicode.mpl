// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %mplc --emit=mpl-source %s | FileCheck %s --match-full-lines --strict-whitespace
// A character beyond ASCII is part of a name.

// CHECK:(theory Größe[ℕ,∘,≤,数] (&(>[α,β](in2[α,β,≤])(&(in[α,ℕ])(in[β,ℕ])))(in3[数,数,数,∘])))
(theory Größe[ℕ,∘,≤,数]
  (&(>[α,β](in2[α,β,≤])(&(in[α,ℕ])(in[β,ℕ])))(in3[数,数,数,∘])))
// CHECK:(conjecture réflexif (in2[数,数,≤]))
(conjecture réflexif (in2[数,数,≤]))
