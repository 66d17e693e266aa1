// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists of elements, and the Booleans.

(import "functions.mpl")
(import "distinct.txt" as apart[a,b])

(theory Lists[E,L,nil,cons,app,B,tt,ff,not]
  (& (in[nil,L])
     (maps2[cons,E,L,L])
     (maps2[app,L,L,L])
     (>[y](in[y,L])(in3[nil,y,y,app]))
     (>[h,t,l,y,r,q](&(in3[h,t,l,cons])(in3[t,y,r,app])(in3[h,r,q,cons]))(in3[l,y,q,app]))
     (in[tt,B])
     (in[ff,B])
     (apart[tt,ff])
     (maps[not,B,B])
     (in2[tt,ff,not])
     (in2[ff,tt,not])))

(induction [L,nil,cons])
(induction [B,tt,ff])
(conjecture app_nil (>[x](in[x,L])(in3[x,nil,x,app])))
