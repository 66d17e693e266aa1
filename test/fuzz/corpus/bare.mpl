(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f]))) // SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
