# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Evaluates laws of Peano arithmetic in infix notation, one a line, for small and for
random values. usage: check-flat.py FILE"""
import itertools, random, re, sys


def python(law):
    """The law as a Python expression over a, b, c."""
    law = law.replace("i0", "0").replace("!=", "<>")
    law = re.sub(r"(?<![<>])=", "==", law).replace("<>", "!=")
    *conditions, head = law.split(" -> ")
    negated = " or ".join(f"not ({c})" for c in conditions)
    return f"{negated} or ({head})" if conditions else head


random.seed(7)
values = list(itertools.product(range(3), repeat=3))
values += [tuple(random.choice((0, 1, 2, 7, 30)) for _ in range(3)) for _ in range(40)]
laws = [line.strip() for line in open(sys.argv[1])]
false = 0
for law in laws:
    holds = eval(f"lambda a, b, c: {python(law)}", {"s": lambda n: n + 1})
    if not all(holds(*v) for v in values):
        print("false:", law)
        false += 1
print(f"{len(laws)} laws, {false} false")
sys.exit(false > 0)
