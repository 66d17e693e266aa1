# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Problems of bench/algebra/problems.txt as MPL and as TPTP (see `bench/run algebra`).

A term is an application of a named function, of a binary sign to two terms, written
in brackets unless it is the whole side, a variable (x y z u v w) or a constant. An
equation in MPL is the list of its applications, each with an output of its own.
"""

import pathlib
import re
from dataclasses import dataclass, field

FILE = pathlib.Path(__file__).parent / "algebra" / "problems.txt"
VARIABLES = set("xyzuvw")
SIGNS = {"*": "mul", "+": "add", "&": "meet", "|": "join", "\\": "ldiv", "/": "rdiv",
         "@": "app", "^": "stroke", ">": "imp"}


@dataclass
class Goal:
    premises: list
    equation: tuple
    unknown: str = ""  # A variable that is asked for.


@dataclass
class Problem:
    name: str
    text: str
    axioms: list = field(default_factory=list)
    goal: Goal = None


def parse_term(text):
    tokens = re.findall(r"[A-Za-z]\w*|[^\s\w]", text)
    at = 0

    def atom():
        nonlocal at
        token = tokens[at]
        at += 1
        if token == "(":
            inside = whole()
            at += 1
            return inside
        if at < len(tokens) and tokens[at] == "(" and re.match(r"\w", token):
            at += 1
            args = [whole()]
            while tokens[at] == ",":
                at += 1
                args.append(whole())
            at += 1
            return (token, *args)
        return token

    def whole():
        nonlocal at
        left = atom()
        if at < len(tokens) and tokens[at] in SIGNS:
            sign = SIGNS[tokens[at]]
            at += 1
            return (sign, left, atom())
        return left

    term = whole()
    assert at == len(tokens), text
    return term


def parse_equation(text):
    left, right = text.split(" = ")
    return parse_term(left), parse_term(right)


def parse_goal(text):
    unknown = re.match(r"\? (\w): ", text)
    if unknown:
        text = text[unknown.end():]
    *premises, head = text.split(" => ")
    premises = [parse_equation(p) for p in re.split(r", (?![^()]*\))", premises[0])] if premises else []
    return Goal(premises, parse_equation(head), unknown[1] if unknown else "")


def read():
    """All problems, in the order of the file."""
    sets, problems, current = {}, [], None
    for line in FILE.read_text().splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if not line.startswith(" "):
            kind, _, rest = line.partition(" ")
            name, _, text = rest.partition(": ")
            if kind == "axioms":
                current = sets[name] = []
            else:
                problems.append(Problem(name, text))
                current = problems[-1].axioms
        elif words[0] == "use":
            current += sets[words[1]]
        elif words[0] == "goal":
            problems[-1].goal = parse_goal(line.strip()[5:])
        else:
            current.append(parse_equation(line.strip()))
    return problems


def subterms(term):
    """All applications, inner ones first, and constants."""
    if isinstance(term, str):
        return [] if term in VARIABLES else [term]
    return [s for a in term[1:] for s in subterms(a)] + [term]


def variables(term):
    if isinstance(term, str):
        return [term] if term in VARIABLES else []
    return [v for a in term[1:] for v in variables(a)]


class Clause:
    """Premises and names for the applications of some terms."""

    def __init__(self):
        self.names, self.premises, self.fresh = {}, [], []

    def name(self, term, output=None):
        if isinstance(term, str):
            return "c" + term if term not in VARIABLES else term
        if term not in self.names:
            args = [self.name(a) for a in term[1:]]
            if output is None:
                output = f"w{len(self.fresh) + 1}"
                self.fresh.append(output)
            self.names[term] = output
            self.premises.append(f"(in{len(args) + 1}[{','.join([*args, output])},{term[0]}])")
        return self.names[term]


def implication(equation, premises=(), unknown=""):
    clause = Clause()
    for left, right in premises:
        if isinstance(left, str):
            left, right = right, left
        output = clause.name(right)
        args = [clause.name(a) for a in left[1:]]
        clause.premises.append(f"(in{len(args) + 1}[{','.join([*args, output])},{left[0]}])")
    used = dict.fromkeys(v for side in [*equation, *(s for p in premises for s in p)]
                         for v in variables(side) if v != unknown)
    members = [f"(in[{v},G])" for v in used]
    left, right = equation
    if unknown:
        # A term whose output is the unknown itself, and what it is made of.
        if isinstance(left, tuple):
            left, right = right, left
        before = len(clause.premises)
        clause.name(right, output=left)
        parts = clause.premises[before:]
        body = "!(>[" + ",".join([unknown, *clause.fresh]) + "]"
        if len(parts) == 1:
            return f"(>[{','.join(used)}]{members[0]}{body}(in[{unknown},G])!{parts[0]}))"
        return (f"(>[{','.join(used)}]{members[0]}{body}(&{''.join(parts[:-1])})!{parts[-1]}))")
    names = clause.name(left), clause.name(right)
    head = f"(=[{names[0]},{names[1]}])"
    premises = members + clause.premises
    left_side = premises[0] if len(premises) == 1 else f"(&{''.join(premises)})"
    if not premises:
        return head
    return f"(>[{','.join([*used, *clause.fresh])}]{left_side}{head})"


def axiom(equation):
    """An application on one side says what its output is; other sides are equal."""
    for left, right in (equation, equation[::-1]):
        if isinstance(left, tuple):
            clause = Clause()
            args = [clause.name(a) for a in left[1:]]
            output = clause.name(right)
            head = f"(in{len(args) + 1}[{','.join([*args, output])},{left[0]}])"
            used = dict.fromkeys(variables(left) + variables(right))
            premises = [f"(in[{v},G])" for v in used] + clause.premises
            if not premises:
                return head
            left_side = premises[0] if len(premises) == 1 else f"(&{''.join(premises)})"
            return f"(>[{','.join([*used, *clause.fresh])}]{left_side}{head})"
    raise ValueError(equation)


def signature(problem):
    functions, constants = {}, {}
    equations = list(problem.axioms)
    if problem.goal:
        equations += [*problem.goal.premises, problem.goal.equation]
    sides = [s for e in equations for s in e]
    for term in (s for side in sides for s in subterms(side)):
        if isinstance(term, str):
            constants[term] = None
        else:
            functions[term[0]] = len(term) - 1
    return functions, list(constants)


def theory(problem):
    """Without a goal."""
    functions, constants = signature(problem)
    lines = ["// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception",
             f"// {problem.text or problem.name}"]
    for arity in sorted(set(functions.values())):
        xs = [f"x{i}" for i in range(arity)]
        inputs = "".join(f"(in[{x},G])" for x in xs)
        inputs = inputs if arity == 1 else f"(&{inputs})"
        atom = lambda y: f"(in{arity + 1}[{','.join([*xs, y])},f])"
        lines.append(
            f"(define total{arity}[f,G] (&(>[{','.join([*xs, 'y'])}]{atom('y')}"
            f"(&{''.join(f'(in[{x},G])' for x in [*xs, 'y'])}))"
            f"(>[{','.join(xs)}]{inputs}!(>[y](in[y,G])!{atom('y')}))"
            f"(>[{','.join([*xs, 'y', 'z'])}](&{atom('y')}{atom('z')})(=[y,z]))))")
    names = ["G", *functions, *("c" + c for c in constants)]
    parts = [f"(in[c{c},G])" for c in constants]
    parts += [f"(total{arity}[{f},G])" for f, arity in functions.items()]
    parts += [axiom(e) for e in problem.axioms]
    lines.append(f"(theory Algebra[{','.join(names)}]\n  (&" + "\n    ".join(parts) + "))")
    return "\n".join(lines) + "\n"


def conjecture(name, goal):
    return f"(conjecture {name} {implication(goal.equation, goal.premises, goal.unknown)})\n"


def mpl(problem):
    return theory(problem) + conjecture("goal", problem.goal)


def tptp(problem):
    def term(t):
        if isinstance(t, str):
            return t.upper() if t in VARIABLES else "c_" + t.lower()
        return f"f_{t[0]}({','.join(map(term, t[1:]))})"

    def equation(e):
        return f"{term(e[0])} = {term(e[1])}"

    lines = [f"cnf(a{k}, axiom, {equation(e)})." for k, e in enumerate(problem.axioms)]
    goal = problem.goal
    used = dict.fromkeys(v.upper() for e in [*goal.premises, goal.equation] for s in e
                         for v in variables(s) if v != goal.unknown)
    body = equation(goal.equation)
    if goal.unknown:
        body = f"? [{goal.unknown.upper()}] : {body}"
    if goal.premises:
        body = f"({' & '.join(map(equation, goal.premises))}) => {body}"
    if used:
        body = f"! [{','.join(used)}] : ({body})"
    lines.append(f"fof(goal, conjecture, {body}).")
    return "\n".join(lines) + "\n"
