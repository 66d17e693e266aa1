// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// p may be true.
(import "../../mpl/bool.mpl")

(theory Goal[B,true,false,or]
  (&(truthValues[B,true,false])
    (disjunction[or,B,true,false])))

(induction [B,true,false])

// False: or(p, q) = or(p, r) -> q = r
(conjecture or_cancel (>[p,q,r,c](&(in3[p,r,c,or])(in3[p,q,c,or]))(=[q,r])))
