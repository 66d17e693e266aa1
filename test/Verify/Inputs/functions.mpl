// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What it is to be a total function.

(define maps[f,X,Y]
  (& (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
     (>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
     (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))

(define maps2[f,X,Y,Z]
  (& (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(&(in[y,Y])(in[z,Z]))))
     (>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
     (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
