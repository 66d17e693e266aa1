// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The power of a product.
(import "../../mpl/arithmetic.mpl")

(theory Goal[N,i0,s,+,*,^]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (multiplication[*,+,N,i0,s])
    (power[^,*,N,i0,s])))

(induction [N,i0,s])

// (a * b) ^ c = a ^ c * b ^ c
(conjecture power_of_product (>[a,b,c,d,f,g,h](&(in3[a,c,d,^])(in3[b,c,f,^])(in3[d,f,g,*])(in3[a,b,h,*]))(in3[h,c,g,^])))
