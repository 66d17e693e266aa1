# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""MPL as written to theorems.mpl, read by a parser of its own.

Formulas are tuples:

    ("atom", name, args)   ("=", (a, b))   ("and", formulas)
    ("all", variables, left, right)        ("not", formula)

Nothing here knows what a theory means; models.py does.
"""

import dataclasses
import itertools
import re

TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      |(?P<string>"[^"\n]*")
      |(?P<mark>[()\[\],!])
      |(?P<name>-?\d[\w']*|[\w']+(?:[-.][\w']+)*|(?:(?!//|/\*)[-+*/\\<=>&|^~%?])+)
    """, re.VERBOSE | re.DOTALL)
KEYWORDS = {"import", "define", "theory", "induction", "explore", "conjecture",
            "assume", "fact"}


def tokenize(text):
    tokens, at = [], 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise SyntaxError(f"bad token at {text[at:at + 20]!r}")
        if found.lastgroup != "blank":
            tokens.append(found[0])
        at = found.end()
    return tokens


class Reader:
    """A cursor over tokens."""

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.at = 0

    def ended(self):
        return self.at == len(self.tokens)

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ""

    def next(self, *expected):
        token = self.peek()
        if not token or (expected and token not in expected):
            raise SyntaxError(f"expected {expected or 'more'}, found {token!r}")
        self.at += 1
        return token

    def names(self):
        """[a,b,c]"""
        self.next("[")
        names = []
        while self.peek() != "]":
            names.append(self.next())
            if self.peek() != "]":
                self.next(",")
        self.next("]")
        return tuple(names)

    def formula(self):
        if self.peek() == "!":
            self.next()
            return ("not", self.formula())
        self.next("(")
        name = self.next()
        if name == "&":
            parts = []
            while self.peek() != ")":
                parts.append(self.formula())
            result = ("and", tuple(parts))
        elif name == ">":
            variables = self.names()
            left = self.formula()
            result = ("all", variables, left, self.formula())
        elif name == "=":
            result = ("=", self.names())
        else:
            result = ("atom", name, self.names())
        self.next(")")
        return result


@dataclasses.dataclass
class Module:
    """What a file says; explorations and inductions are left out."""
    definitions: dict = dataclasses.field(default_factory=dict)
    theory: str = ""
    parameters: tuple = ()
    axioms: tuple = None
    statements: dict = dataclasses.field(default_factory=dict)


def read_module(text):
    reader, module = Reader(text), Module()
    while not reader.ended():
        reader.next("(")
        keyword = reader.next(*KEYWORDS)
        if keyword in ("define", "theory"):
            name, parameters = reader.next(), reader.names()
            body = reader.formula()
            if keyword == "define":
                module.definitions[name] = (parameters, body)
            else:
                module.theory, module.parameters, module.axioms = name, parameters, body
        elif keyword in ("conjecture", "assume"):
            name = reader.next()
            module.statements[name] = reader.formula()
        elif keyword == "import":
            raise SyntaxError("imports are expanded in theorems.mpl")
        else:
            depth = 1
            while depth:
                token = reader.next()
                depth += (token == "(") - (token == ")")
            continue
        reader.next(")")
    return module


def read_laws(text):
    """`name: statement` a line; // starts a comment."""
    laws = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("//"):
            continue
        name, _, statement = line.partition(":")
        reader = Reader(statement)
        if name in laws:
            raise SyntaxError(f"law '{name}' stands twice")
        laws[name] = reader.formula()
        if not reader.ended():
            raise SyntaxError(f"more than one statement in law '{name}'")
    return laws


def expand(formula, definitions, keep=frozenset()):
    """Definitions replaced by their bodies, but for those in keep; bound variables get names of their own."""
    counter = itertools.count()

    def walk(formula, names):
        kind = formula[0]
        if kind == "not":
            return ("not", walk(formula[1], names))
        if kind == "and":
            return ("and", tuple(walk(part, names) for part in formula[1]))
        if kind == "all":
            fresh = {v: f"{v}.{next(counter)}" for v in formula[1]}
            names = {**names, **fresh}
            return ("all", tuple(fresh.values()), walk(formula[2], names), walk(formula[3], names))
        if kind == "=":
            return ("=", tuple(names.get(a, a) for a in formula[1]))
        _, name, args = formula
        args = tuple(names.get(a, a) for a in args)
        if name in definitions and name not in keep:
            parameters, body = definitions[name]
            return walk(body, dict(zip(parameters, args)))
        return ("atom", name, args)

    return walk(formula, {})


def conjuncts(formula):
    if formula[0] != "and":
        return [formula]
    return [part for whole in formula[1] for part in conjuncts(whole)]


def open_up(formula):
    """The variables, premises and head of nested implications."""
    variables, premises = [], []
    while formula[0] == "all":
        variables += formula[1]
        premises += conjuncts(formula[2])
        formula = formula[3]
    return variables, premises, formula


def show(formula):
    kind = formula[0]
    if kind == "not":
        return "!" + show(formula[1])
    if kind == "and":
        return "(&" + "".join(map(show, formula[1])) + ")"
    if kind == "all":
        return f"(>[{','.join(formula[1])}]{show(formula[2])}{show(formula[3])})"
    name, args = ("=", formula[1]) if kind == "=" else formula[1:]
    return f"({name}[{','.join(args)}])"
