// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is exported for it has all that the exporter makes names for: induction and
// splits by constructors with two inputs, cases by conditions, witnesses, folded
// definitions, rewriting. Every name is given another one by the test.
(define map1[f,X,Y] (&(>[u](in[u,X])!(>[v](in[v,Y])!(in2[u,v,f])))
  (>[u,v](in2[u,v,f])(&(in[u,X])(in[v,Y])))(>[u,v,w](&(in2[u,v,f])(in2[u,w,f]))(=[v,w]))))
(define map2[f,X,Y,Z] (&(>[u,v](&(in[u,X])(in[v,Y]))!(>[w](in[w,Z])!(in3[u,v,w,f])))
  (>[u,v,w](in3[u,v,w,f])(&(in[u,X])(in[v,Y])(in[w,Z])))
  (>[u,v,w,t](&(in3[u,v,w,f])(in3[u,v,t,f]))(=[w,t]))))
(define even[l,B,true,parity] (&(in[true,B])(in2[l,true,parity])))

(theory Lists[E,L,nil,cons,append,B,true,false,parity,has,not]
  (&(in[nil,L])(map2[cons,E,L,L])(map2[append,L,L,L])
    (>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))
    (>[x,l,y,m,z](&(in3[x,l,z,cons])(in3[y,m,z,cons]))(&(=[x,y])(=[l,m])))
    (>[l](in[l,L])(in3[nil,l,l,append]))
    (>[x,l,c,m,a,b](&(in3[x,l,c,cons])(in3[l,m,a,append])(in3[x,a,b,cons]))(in3[c,m,b,append]))
    (in[true,B])(in[false,B])!(=[true,false])
    (map1[not,B,B])(in2[true,false,not])(in2[false,true,not])
    (map1[parity,L,B])(in2[nil,true,parity])
    (>[x,l,c,p,q](&(in3[x,l,c,cons])(in2[l,p,parity])(in2[p,q,not]))(in2[c,q,parity]))
    (map2[has,E,L,B])
    (>[x](in[x,E])(in3[x,nil,false,has]))
    (>[x,l,c](in3[x,l,c,cons])(in3[x,c,true,has]))
    (>[x,y,l,c,b](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,b,has]))(in3[x,c,b,has]))))
(induction [L,nil,cons])
(induction [B,true,false])

(conjecture append_nil (>[l](in[l,L])(in3[l,nil,l,append])))
(conjecture has_append (>[x,l,m,a](&(in3[l,m,a,append])(in3[x,l,true,has]))(in3[x,a,true,has])))
(conjecture has_or_not (>[x,l](&(in[x,E])(in[l,L])!(in3[x,l,true,has]))(in3[x,l,false,has])))
(conjecture not_not (>[p,q](in2[p,q,not])(in2[q,p,not])))
(conjecture nil_even (even[nil,B,true,parity]))
(conjecture some_parity (>[l](in[l,L])!(>[p](in2[l,p,parity])!(in[p,B]))))
