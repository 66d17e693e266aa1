// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The natural numbers without arithmetic, and arithmetic as definitions that
// other theories use.
(import "function.mpl")

// + is defined by recursion on its second argument.
(define addition[+,N,i0,s]
  (&(fXYZ[+,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))))

// So is *: a * 0 = 0 and a * s(b) = a * b + a.
(define multiplication[*,+,N,i0,s]
  (&(fXYZ[*,N,N,N])
    (>[a](in[a,N])(in3[a,i0,i0,*]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,*])(in3[c,a,d,+]))(in3[a,p,d,*]))))

(theory NaturalNumbers[N,i0,s]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (injective[s])))

(induction [N,i0,s])

// No number is its own successor.
(conjecture no_fixed_point (>[x](in[x,N])!(in2[x,x,s])))
// False.
(conjecture all_equal (>[x,y](&(in[x,N])(in[y,N]))(=[x,y])))
