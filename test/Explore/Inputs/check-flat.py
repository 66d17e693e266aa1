# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks a list of laws of Peano arithmetic in infix notation, one a line: each is true
for small and for random values; no two differ only in names of variables, in the order
of conditions or in the sides of equations; none holds without its condition, according
to the list itself. usage: check-flat.py FILE"""
import itertools, random, re, sys


def python(law):
    """The law as a Python expression over a, b, c."""
    law = law.replace("i0", "0").replace("!=", "<>")
    law = re.sub(r"(?<![<>])=", "==", law).replace("<>", "!=")
    *conditions, head = law.split(" -> ")
    if not conditions:
        return head
    negated = " or ".join(f"not ({c})" for c in conditions[0].split(", "))
    return f"{negated} or ({head})"


class Parser:
    """Terms as tuples: an operator and its arguments, or a name."""

    def __init__(self, text):
        self.tokens = re.findall(r"[a-z]\w*|->|!=|[()=*+,]", text)[::-1]

    def next(self):
        return self.tokens[-1] if self.tokens else None

    def primary(self):
        name = self.tokens.pop()
        if name == "(":
            term = self.term()
            self.tokens.pop()
            return term
        if self.next() != "(":
            return name
        self.tokens.pop()
        term = (name, self.term())
        self.tokens.pop()
        return term

    def term(self):
        left = self.primary()
        if self.next() in ("+", "*"):
            return (self.tokens.pop(), left, self.primary())
        return left

    def literal(self):
        left = self.term()
        return (self.tokens.pop(), left, self.term())

    def law(self):
        literals = [self.literal()]
        while self.tokens:
            self.tokens.pop()  # A comma or an arrow.
            literals.append(self.literal())
        return literals[:-1], literals[-1]


def canonical(conditions, head):
    """The least text over all orders of the conditions and sides of equations."""

    def show(term, names):
        if isinstance(term, tuple):
            return f"({term[0]}{' '.join(show(t, names) for t in term[1:])})"
        return term if term == "i0" else names.setdefault(term, f"v{len(names)}")

    texts = []
    for order in itertools.permutations(conditions):
        literals = [*order, head]
        for exchanged in itertools.product((1, 2), repeat=len(literals)):
            names = {}
            texts.append(";".join(
                f"{l[0]}{show(l[side], names)} {show(l[3 - side], names)}"
                for l, side in zip(literals, exchanged)
            ))
    return min(texts)


random.seed(7)
values = list(itertools.product(range(3), repeat=3))
values += [tuple(random.choice((0, 1, 2, 7, 30)) for _ in range(3)) for _ in range(40)]
laws = [line.strip() for line in open(sys.argv[1])]
false = twice = idle = 0
seen, heads = set(), []
for law in laws:
    holds = eval(f"lambda a, b, c: {python(law)}", {"s": lambda n: n + 1})
    if not all(holds(*v) for v in values):
        print("false:", law)
        false += 1
    conditions, head = Parser(law).law()
    text = canonical(conditions, head)
    if text in seen:
        print("twice:", law)
        twice += 1
    seen.add(text)
    if conditions:
        heads.append((law, canonical([], head)))
for law, head in heads:
    if head in seen:
        print("idle:", law)
        idle += 1
print(f"{len(laws)} laws, {false} false, {twice} twice, {idle} with an idle condition")
sys.exit(false + twice + idle > 0)
