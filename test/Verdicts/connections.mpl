// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// A Galois connection: witnesses that only the goal asks for.
// VERDICT f_is_monotone proved
// VERDICT g_is_monotone proved
// VERDICT f_g_f proved
// VERDICT f_is_injective refuted
(import "../../mpl/function.mpl")
(theory Galois[P,Q,<=,=<,f,g]
  (& (fXY[f,P,Q]) (fXY[g,Q,P])
     (>[x,y] (in2[x,y,<=]) (& (in[x,P]) (in[y,P]))) (>[x,y] (in2[x,y,=<]) (& (in[x,Q]) (in[y,Q])))
     (>[x] (in[x,P]) (in2[x,x,<=])) (>[x] (in[x,Q]) (in2[x,x,=<]))
     (>[x,y,z] (& (in2[x,y,<=]) (in2[y,z,<=])) (in2[x,z,<=]))
     (>[x,y,z] (& (in2[x,y,=<]) (in2[y,z,=<])) (in2[x,z,=<]))
     (>[x,y] (& (in2[x,y,<=]) (in2[y,x,<=])) (=[x,y]))
     (>[x,y] (& (in2[x,y,=<]) (in2[y,x,=<])) (=[x,y]))
     (>[x,y,u,v] (& (in2[x,u,f]) (in2[y,v,g]) (in2[u,y,=<])) (in2[x,v,<=]))
     (>[x,y,u,v] (& (in2[x,u,f]) (in2[y,v,g]) (in2[x,v,<=])) (in2[u,y,=<]))))
(conjecture f_is_monotone (>[x,y,u,v] (& (in2[x,y,<=]) (in2[x,u,f]) (in2[y,v,f])) (in2[u,v,=<])))
(conjecture g_is_monotone (>[x,y,u,v] (& (in2[x,y,=<]) (in2[x,u,g]) (in2[y,v,g])) (in2[u,v,<=])))
(conjecture f_g_f (>[x,u,v] (& (in2[x,u,f]) (in2[u,v,g])) (in2[v,u,f])))
(conjecture f_is_injective (>[x,y,u] (& (in2[x,u,f]) (in2[y,u,f])) (=[x,y])))
