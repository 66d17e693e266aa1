#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random theories that are true in a random finite structure by construction.

    random-structures.py MPLC VERIFY FOLDER FIRST COUNT [--keep]

For each seed from FIRST on: sets, some of them parts of others, total functions,
functions on a part, relations and constants with random tables; definitions; axioms
that hold in these tables; facts; sometimes a set that a constant and a function make;
and statements of every shape. The axioms have a model, so nothing may call them
contradictory; what is proved must be accepted by the checker and hold in the
structure; what is refuted must be accepted, too, and each finite model is evaluated
here once more. Exits 1 at the first seed that fails and says which.
"""

import itertools
import pathlib
import random
import re
import subprocess
import sys

DEFINITIONS = """
(define fXY[f,X,Y]
  (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z]
  (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
    (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))
    (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(define subset[X,Y] (>[x](in[x,X])(in[x,Y])))
(define between[r,X,Y] (>[x,y](in2[x,y,r])(&(in[x,X])(in[y,Y]))))
"""


# Formulas: ('atom', predicate, arguments), ('not', f), ('and', [..]),
# ('all', variables, left, right).
def atom(predicate, *arguments):
    return ("atom", predicate, list(arguments))


def text(f):
    if f[0] == "atom":
        return f"({f[1]}[{','.join(f[2])}])"
    if f[0] == "not":
        return "!" + text(f[1])
    if f[0] == "and":
        return text(f[1][0]) if len(f[1]) == 1 else "(&" + "".join(map(text, f[1])) + ")"
    return f"(>[{','.join(f[1])}]{text(f[2])}{text(f[3])})"


class Structure:
    def __init__(self, size):
        self.size = size
        self.constants = {}
        self.sets = {}  # Of tuples.
        self.defined = {}  # Parameters and body.

    def holds(self, f, env):
        if f[0] == "not":
            return not self.holds(f[1], env)
        if f[0] == "and":
            return all(self.holds(g, env) for g in f[1])
        if f[0] == "all":
            return not self.fails(f, env)
        predicate, arguments = f[1], f[2]
        if predicate in self.defined:
            parameters, body = self.defined[predicate]
            return self.holds(body, {p: env.get(a, a) for p, a in zip(parameters, arguments)})
        values = [self.value(a, env) for a in arguments]
        if predicate == "=":
            return values[0] == values[1]
        return tuple(values[:-1]) in self.sets.get(values[-1], ())

    def value(self, name, env):
        name = env.get(name, name)
        return self.constants.get(name, name)

    def fails(self, f, env):
        """Whether some elements make the left side true and the right one false."""
        return any(True for _ in self.counterexamples(f, env))

    def counterexamples(self, f, env):
        _, variables, left, right = f
        parts = left[1] if left[0] == "and" else [left]

        def search(rest, env):
            for i, part in enumerate(rest):
                if part[0] != "atom" or part[1][:2] != "in":
                    continue
                name = env.get(part[2][-1], part[2][-1])
                for row in self.sets.get(name, ()):
                    new = dict(env)
                    if all(new.setdefault(a, v) == v if a in variables and a not in env
                           else self.value(a, new) == v
                           for a, v in zip(part[2], row)):
                        yield from search(rest[:i] + rest[i + 1:], new)
                return
            free = [v for v in variables if v not in env]
            for values in itertools.product(range(self.size), repeat=len(free)):
                full = {**env, **dict(zip(free, values))}
                if all(self.holds(p, full) for p in rest) and not self.holds(right, full):
                    yield full

        yield from search(list(parts), {k: v for k, v in env.items() if k not in variables})


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        r = self.random
        self.structure = s = Structure(r.randint(2, 5))
        self.axioms = []
        self.forms = []
        elements = range(s.size)
        self.sorts = ["A", "B"][:r.randint(1, 2)]
        self.constants = {}
        for sort in self.sorts:
            members = sorted(r.sample(elements, r.randint(1, s.size)))
            s.sets[sort] = {(m,) for m in members}
            for i in range(r.randint(0, 2)):
                name = f"{sort.lower()}{i}"
                self.constants[name] = sort
                s.constants[name] = r.choice(members)
                self.axioms.append(atom("in", name, sort))
        self.parts = []
        for sort in self.sorts:  # Parts of sets; their functions come with the others.
            if r.random() < 0.6:
                name = sort + "p"
                s.sets[name] = {m for m in s.sets[sort] if r.random() < 0.6}
                self.parts.append((name, sort))
                self.axioms.append(atom("subset", name, sort))
        self.functions, self.relations = {}, {}
        for i in range(r.randint(1, 3)):
            self.function(f"f{i}", r.choice([1, 1, 2]))
        for i in range(r.randint(0, 2)):
            self.relation(f"r{i}")
        self.form()
        s.defined = {"subset": (["X", "Y"], ("all", ["x"], atom("in", "x", "X"),
                                             atom("in", "x", "Y")))}
        self.define()
        for _ in range(r.randint(1, 5)):
            for _ in range(20):
                f = self.statement(axiom=True)
                if s.holds(f, {}):
                    self.axioms.append(f)
                    break
        names = sorted(self.constants)
        self.axioms += [("not", atom("=", a, b))
                        for a, b in itertools.combinations(names, 2)
                        if s.constants[a] != s.constants[b] and r.random() < 0.5]

    def members(self, sort):
        return sorted(m for m, in self.structure.sets[sort])

    def domain(self):
        """A set, or a part of one, that may be empty."""
        r = self.random
        if self.parts and r.random() < 0.4:
            return r.choice(self.parts)[0]
        return r.choice(self.sorts)

    def function(self, name, arity):
        r, s = self.random, self.structure
        inputs = [self.domain() for _ in range(arity)]
        output = self.domain()
        if not s.sets[output]:
            output = r.choice(self.sorts)
        s.sets[name] = {row + (r.choice(self.members(output)),) for row in
                        itertools.product(*(self.members(i) for i in inputs))}
        self.functions[name] = inputs + [output]
        self.axioms.append(atom("fXY" if arity == 1 else "fXYZ", name, *inputs, output))

    def relation(self, name):
        r, s = self.random, self.structure
        columns = [self.domain(), self.domain()]
        s.sets[name] = {row for row in itertools.product(*map(self.members, columns))
                        if r.random() < 0.5}
        self.relations[name] = columns
        if r.random() < 0.7:
            self.axioms.append(atom("between", name, *columns))

    def form(self):
        """What a constant and a function make becomes a set with an induction form."""
        r, s = self.random, self.structure
        candidates = [(c, f) for c, sort in self.constants.items()
                      for f, (*inputs, output) in self.functions.items()
                      if inputs == [sort] and output == sort]
        if not candidates or r.random() < 0.3:
            return
        c, f = r.choice(candidates)
        made = {s.constants[c]}
        while True:
            more = {row[1] for row in s.sets[f] if row[0] in made} - made
            if not more:
                break
            made |= more
        sort = self.constants[c]
        if {(m,) for m in made} == s.sets[sort]:
            self.forms.append((sort, c, f))

    def define(self):
        r = self.random
        self.predicates = {}
        for i in range(r.randint(0, 2)):
            name = f"p{i}"
            sort = r.choice(self.sorts)
            variables = {"x": sort}
            literal = self.literal(variables, {})
            kind = r.randrange(3)
            if kind == 0:
                body = ("and", [atom("in", "x", sort), literal])
            elif kind == 1:
                other = r.choice(self.sorts)
                inner = f"q{i}"
                body = ("not", ("all", [inner], atom("in", inner, other),
                                ("not", self.literal({"x": sort, inner: other}, {},
                                                     positive=True, about=inner))))
            else:
                body = ("and", [literal, self.literal(variables, {})])
            used = sorted({a for a in re.findall(r"[A-Za-z]\w*", text(body))}
                          & (set(self.functions) | set(self.relations) | set(self.sorts)
                             | {p for p, _ in self.parts} | set(self.constants)))
            self.predicates[name] = (sort, ["x"] + used, body)
            self.structure.defined[name] = (["x"] + used, body)

    def term(self, variables, sort):
        """A variable or constant that may be in the set."""
        names = [v for v, of in variables.items() if of[0] == sort[0]]
        names += [c for c, of in self.constants.items()
                  if of[0] == sort[0] and self.random.random() < 0.4]
        return self.random.choice(names) if names else None

    def literal(self, variables, predicates, positive=False, about=None):
        r = self.random
        for _ in range(30):
            kind = r.randrange(6)
            if kind == 0:
                name = r.choice([*self.sorts, *(p for p, _ in self.parts)])
                arguments, f = [self.term(variables, name)], None
                f = ("in", arguments, name)
            elif kind <= 2 and self.functions:
                name = r.choice(sorted(self.functions))
                arguments = [self.term(variables, c) for c in self.functions[name]]
                f = (f"in{len(arguments)}", arguments, name)
            elif kind == 3 and self.relations:
                name = r.choice(sorted(self.relations))
                arguments = [self.term(variables, c) for c in self.relations[name]]
                f = ("in2", arguments, name)
            elif kind == 4 and predicates:
                name = r.choice(sorted(predicates))
                sort, parameters, _ = predicates[name]
                arguments = [self.term(variables, sort)]
                f = (name, arguments, None)
                if arguments[0]:
                    result = atom(name, arguments[0], *parameters[1:])
                    return result if positive or r.random() < 0.7 else ("not", result)
                continue
            else:
                sort = r.choice(self.sorts)
                arguments = [self.term(variables, sort), self.term(variables, sort)]
                f = ("=", arguments, None)
            if None in arguments or (f[0] == "=" and arguments[0] == arguments[1]):
                continue
            if about and (f[0] == "=" or about not in arguments):
                continue
            if all(a in self.constants for a in arguments):
                continue
            result = atom(f[0], *arguments, *([f[2]] if f[2] else []))
            return result if positive or r.random() < 0.7 else ("not", result)
        name = about or next(iter(variables))
        return atom("in", name, variables[name])

    def statement(self, axiom=False):
        r = self.random
        variables = {}
        premises = []
        for name in "xyz"[:r.randint(1, 3)]:
            variables[name] = self.domain()
            premises.append(atom("in", name, variables[name]))
        # Applications, as terms are written.
        for name in "uv"[:r.randint(0, 2)]:
            if not self.functions:
                break
            f = r.choice(sorted(self.functions))
            *inputs, output = self.functions[f]
            arguments = [self.term(variables, i) for i in inputs]
            if None in arguments:
                continue
            premises.append(atom(f"in{len(arguments) + 1}", *arguments, name, f))
            variables[name] = output
        predicates = self.predicates
        for _ in range(r.choice([0, 0, 1, 1, 2])):
            literal = self.literal(variables, predicates)
            if literal not in premises and ("not", literal) not in premises and \
                    literal[1] not in premises:
                premises.append(literal)
        kind = r.randrange(8)
        if kind == 0:
            sort = r.choice(self.sorts)
            inner = self.literal({**variables, "w": sort}, {}, positive=True, about="w")
            head = ("not", ("all", ["w"], atom("in", "w", sort), ("not", inner)))
        elif kind == 1:
            head = ("and", [self.literal(variables, predicates),
                            self.literal(variables, predicates)])
        else:
            head = self.literal(variables, predicates)
        return ("all", list(variables), ("and", premises), head)

    def theory(self, count):
        s, r = self.structure, self.random
        names = [*self.sorts, *(p for p, _ in self.parts), *self.functions,
                 *self.relations, *self.constants]
        out = DEFINITIONS
        for name, (_, parameters, body) in self.predicates.items():
            out += f"(define {name}[{','.join(parameters)}] {text(body)})\n"
        out += f"(theory Random[{','.join(names)}]\n  {text(('and', self.axioms))})\n"
        for sort, c, f in self.forms:
            out += f"(induction [{sort},{c},{f}])\n"
        for name in list(self.relations) + list(self.parts and [self.parts[0][0]]):
            if s.sets[name] and r.random() < 0.3:
                row = r.choice(sorted(s.sets[name]))
                inverse = {v: k for k, v in s.constants.items()}
                if all(v in inverse for v in row):
                    predicate = "in" if len(row) == 1 else "in2"
                    out += f"(fact {text(atom(predicate, *(inverse[v] for v in row), name))})\n"
        self.statements = {f"c{i}": self.statement() for i in range(count)}
        for name, f in self.statements.items():
            out += f"(conjecture {name} {text(f)})\n"
        return out


def model_of(path, defined):
    words = [line.split() for line in path.read_text().splitlines()]
    model = Structure(int(next(w[1] for w in words if w[0] == "elements")))
    model.defined = defined
    for w in words:
        if w[0] == "element":
            model.constants[w[1]] = int(w[2])
        if w[0] == "set":
            model.sets[w[1]] = {tuple(map(int, row.split(","))) for row in w[2:]}
    return model


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True)


def one(seed, mplc, verify, folder, counts):
    generator = Generator(seed)
    source = folder / "random.mpl"
    source.write_text(f"// seed {seed}\n" + generator.theory(12))
    compiled = run(mplc, source, "-o", folder / "random")
    if compiled.returncode:
        if "not supported" in compiled.stderr:
            counts["refused"] += 1
            if "-v" in sys.argv:
                print(seed, compiled.stderr[:400])
            return None
        return "mplc: " + compiled.stderr
    out = folder / "random.out"
    ran = run(folder / "random", "--out", out, "--time-limit", 3, "--threads", 1,
              "--no-explore", "--quiet")
    if ran.returncode not in (0, 1):
        return f"exit code {ran.returncode}: {ran.stderr}"
    listed = run(verify, "--list", source, out)
    if not any((out / "proofs").iterdir()):
        return None
    if listed.returncode:
        return "mpl-verify: " + listed.stdout + listed.stderr
    structure = generator.structure
    names = set(listed.stdout.split())
    for name, f in generator.statements.items():
        if name in names and (out / "proofs" / f"{name}.proof").exists():
            counts["proved"] += 1
            if not structure.holds(f, {}):
                return f"{name} is proved and false: {text(f)}"
        model = out / "proofs" / f"{name}.model"
        if model.exists():
            counts["models"] += 1
            found = model_of(model, structure.defined)
            wrong = [a for a in generator.axioms if a[0] != "atom" or a[1] in found.defined
                     or a[1][:2] == "in"]
            if not all(found.holds(a, {}) for a in wrong) or found.holds(f, {}):
                return f"{name}: the model is none"
        counts["values"] += (out / "proofs" / f"{name}_refuted.proof").exists()
    return None


def main():
    mplc, verify, folder, first, count = sys.argv[1:6]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    counts = dict.fromkeys(["proved", "models", "values", "refused"], 0)
    for seed in range(int(first), int(first) + int(count)):
        problem = one(seed, mplc, verify, folder, counts)
        if problem:
            print(f"seed {seed}: {problem}")
            sys.exit(1)
    print(f"{count} theories: {counts['proved']} proved, {counts['values']} refuted by "
          f"values, {counts['models']} by models, all right; {counts['refused']} refused")


main()
