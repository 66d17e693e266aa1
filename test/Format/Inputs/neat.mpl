// A theory.
/* Two
     lines. */
(theory Peano) // behind
(datatype N = 0 | s(N))
(function + : N, N -> N  a + 0 = a; a + s(b) = s(a + b))
(import <function>)

(define f[R,S] (&(>[x](in[x,S])!(in2[x,x,R])) // first
    /* then */ (x in S implies (not x != x))))
(fact !(in[0,N]))
(explore e[0,s,+] (size 3) (depth 2))
(induction [N,0,s])
(relation <= : N, N  a <= b iff exists c in N: a + c = b)
(conjecture c
  (exists x, y in N: x <= y) and (forall z: (z + 1) * 2 = z implies
    f[+,N])
)
// The end.
