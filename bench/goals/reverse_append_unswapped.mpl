// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The parts are not exchanged.
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,append,reverse]
  (&(lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])))

(induction [L,nil,cons])

// False: reverse(append(l, m)) = append(reverse(l), reverse(m))
(conjecture reverse_append_unswapped (>[l,m,c,d,f,g](&(in2[l,c,reverse])(in2[m,d,reverse])(in3[c,d,f,append])(in3[l,m,g,append]))(in2[g,f,reverse])))
