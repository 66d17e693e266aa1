// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reversal exchanges the parts.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append,reverse]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])))

(induction [L,nil,cons])

// reverse(append(l, m)) = append(reverse(m), reverse(l))
(conjecture reverse_append (>[l,m,c,d,f,g](&(in2[m,c,reverse])(in2[l,d,reverse])(in3[c,d,f,append])(in3[l,m,g,append]))(in2[g,f,reverse])))
