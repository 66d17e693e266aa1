// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// A goal's premises are facts of its block: no number of them is too large.
// VERDICT short proved
// VERDICT long proved
(theory T[N,c] (in[c,N]))
(conjecture short (in[c,N]))
(conjecture long (>[x0,x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,x11,x12,x13,x14,x15,x16,x17,x18,x19,x20,x21,x22,x23,x24,x25,x26,x27,x28,x29,x30,x31,x32,x33,x34,x35,x36,x37,x38,x39,x40,x41,x42,x43,x44,x45,x46,x47,x48,x49,x50,x51,x52,x53,x54,x55,x56,x57,x58,x59]
  (&(in[x0,N])(in[x1,N])(in[x2,N])(in[x3,N])(in[x4,N])(in[x5,N])(in[x6,N])(in[x7,N])(in[x8,N])(in[x9,N])(in[x10,N])(in[x11,N])(in[x12,N])(in[x13,N])(in[x14,N])(in[x15,N])(in[x16,N])(in[x17,N])(in[x18,N])(in[x19,N])(in[x20,N])(in[x21,N])(in[x22,N])(in[x23,N])(in[x24,N])(in[x25,N])(in[x26,N])(in[x27,N])(in[x28,N])(in[x29,N])(in[x30,N])(in[x31,N])(in[x32,N])(in[x33,N])(in[x34,N])(in[x35,N])(in[x36,N])(in[x37,N])(in[x38,N])(in[x39,N])(in[x40,N])(in[x41,N])(in[x42,N])(in[x43,N])(in[x44,N])(in[x45,N])(in[x46,N])(in[x47,N])(in[x48,N])(in[x49,N])(in[x50,N])(in[x51,N])(in[x52,N])(in[x53,N])(in[x54,N])(in[x55,N])(in[x56,N])(in[x57,N])(in[x58,N])(in[x59,N]))
  (in[x0,N])))
