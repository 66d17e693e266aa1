// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Append does not depend on grouping.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])))

(induction [L,nil,cons])

// append(append(k, l), m) = append(k, append(l, m))
(conjecture append_associative (>[k,l,m,c,d,f](&(in3[l,m,c,append])(in3[k,c,d,append])(in3[k,l,f,append]))(in3[f,m,d,append])))
