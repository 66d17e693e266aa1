# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random modules against the front end.

    random-modules.py MPLC COUNT SCRATCH.mpl

Well-formed modules, made type by type, must be accepted, print as themselves
and print again the same. Each is then damaged at random places; the damaged
text must be accepted or refused with an error that names a place, and the
compiler must not end in any other way. The same numbers every time.
"""

import random
import re
import subprocess
import sys

mplc, count, scratch = sys.argv[1], int(sys.argv[2]), sys.argv[3]
rng = random.Random(20)

ELEMENT, SET, UNARY, BINARY = range(4)
CONSTANTS = {"N": SET, "M": SET, "i0": ELEMENT, "1": ELEMENT, "s": UNARY,
             "<=": UNARY, "+": BINARY, "∘": BINARY}


class Generator:
    def __init__(self):
        self.fresh = 0
        self.definitions = {}

    def pick(self, scope, type_):
        names = [name for name, t in scope.items() if t == type_]
        return rng.choice(names) if names else None

    def atom(self, scope):
        shapes = [("in", [ELEMENT, SET]), ("in2", [ELEMENT, ELEMENT, UNARY]),
                  ("in3", [ELEMENT] * 3 + [BINARY]), ("=", [ELEMENT] * 2)]
        shapes += self.definitions.items()
        while True:
            name, types = rng.choice(shapes)
            arguments = [self.pick(scope, t) for t in types]
            if None not in arguments:
                return f"({name}[{','.join(arguments)}])"

    def expression(self, scope, depth):
        kind = rng.randrange(5) if depth else 0
        if kind == 1:
            return "!" + self.expression(scope, depth - 1)
        if kind == 2:
            parts = [self.expression(scope, depth - 1)
                     for _ in range(rng.randint(2, 4))]
            return f"(&{''.join(parts)})"
        if kind >= 3:
            variables = []
            for _ in range(rng.randint(0, 3)):
                self.fresh += 1
                variables.append(f"x{self.fresh}")
            inner = dict(scope, **dict.fromkeys(variables, ELEMENT))
            # Each variable is used, as an element.
            used = "".join(f"(in[{v},{self.pick(inner, SET)}])"
                           for v in variables)
            left = self.expression(inner, depth - 1)
            right = self.expression(inner, depth - 1)
            left = f"(&{left}{used})" if used else left
            return f"(>[{','.join(variables)}]{left}{right})"
        return self.atom(scope)

    def module(self):
        lines = []
        for i in range(rng.randint(0, 4)):
            parameters = {"a": ELEMENT, "b": ELEMENT, "S": SET, "f": UNARY,
                          "*": BINARY}
            types = ("(in[a,S])(in[b,S])(>[x,y](in2[x,y,f])(&(in[x,S])(in[y,S])))"
                     "(>[x,y,z](in3[x,y,z,*])(&(in[x,S])(in[y,S])(in[z,S])))")
            body = self.expression(parameters, 3)
            lines.append(f"(define d{i}[{','.join(parameters)}] (&{types}{body}))")
            self.definitions[f"d{i}"] = list(parameters.values())
        types = ("(in[i0,N])(in[1,N])(in[i0,M])(in2[1,1,s])(in2[1,1,<=])"
                 "(in3[1,1,1,+])(in3[1,1,1,∘])")
        axioms = self.expression(CONSTANTS, 4)
        lines.append(f"(theory T[{','.join(CONSTANTS)}] (&{types}{axioms}))")
        if rng.random() < 0.5:
            lines.append("(induction [N,i0,s])")
        # The order in which a module is printed: the axioms and what else is
        # taken for granted, then what is asked.
        for i in range(rng.randint(0, 2)):
            lines.append(f"(fact (in3[{rng.randrange(9)},i0,-1,+]))")
        statements = rng.randint(0, 5)
        assumed = rng.randint(0, statements)
        for i in range(assumed):
            lines.append(f"(assume c{i} {self.expression(CONSTANTS, 4)})")
        if rng.random() < 0.5:
            lines.append(f"(explore e[+,s] (size {rng.randrange(9)}) (depth 2))")
        for i in range(assumed, statements):
            lines.append(f"(conjecture c{i} {self.expression(CONSTANTS, 4)})")
        return "\n".join(lines) + "\n"


def run(text):
    with open(scratch, "wb") as file:
        file.write(text.encode("utf-8", "surrogateescape"))
    result = subprocess.run([mplc, "--emit=mpl-source", scratch],
                            capture_output=True, timeout=60)
    return (result.returncode, result.stdout.decode("utf-8", "replace"),
            result.stderr.decode("utf-8", "replace"))


def fail(what, text, output):
    sys.exit(f"{what}\n--- input\n{text}\n--- output\n{output}")


def damage(text):
    pieces = ["(", ")", "[", "]", ",", "!", "(&", "(>[", "x", "+", "\"", "/*",
              "\udcff", ";", " ", "(define ", "(theory ", "in3"]
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text))
        end = min(len(text), at + rng.choice([0, 1, 1, 2, 20]))
        text = text[:at] + rng.choice(pieces + [""]) + text[end:]
    return text


for _ in range(count):
    text = Generator().module()
    code, printed, errors = run(text)
    if code != 0 or "error:" in errors:
        fail("a well-formed module is refused", text, errors)
    if printed != text:
        fail("a canonical module does not print as itself", text, printed)
    damaged = damage(text)
    code, printed, errors = run(damaged)
    if code == 0:
        again = run(printed)
        if again[:2] != (0, printed):
            fail("what is printed is not read back", damaged, again[1] + again[2])
    elif code != 6 or not re.search(r":\d+:\d+: error: ", errors):
        fail("neither accepted nor refused with an error", damaged, errors)
