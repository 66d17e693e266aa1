# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random statements, true and false, through compiler, prover and checker.

    random-statements.py MPLC VERIFY FOLDER FIRST COUNT

For each seed from FIRST on: a theory with recursive functions and defined
predicates and thirty random statements about it, of every shape the language
has. Nothing may crash, what is proved must be accepted by the checker, and no
statement may be proved that is false for small numbers. Exits 1 at the first
seed that fails and says which.
"""

import itertools
import json
import pathlib
import random
import re
import subprocess
import sys

THEORY = """
(define fXY[f,X,Y]
  (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z]
  (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
    (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))
    (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(define le[x,y,N,+] !(>[d](in[d,N])!(in3[x,d,y,+])))
(define tight[x,y,N,+] (&(le[x,y,N,+])(le[y,x,N,+])))
(define fixed[x,f,N] (&(in[x,N])(>[k](in[k,N])(in3[x,k,k,f]))))
(theory Random[N,i0,s,+,*,i1]
  (&(in[i0,N])
    (fXY[s,N,N])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (fXYZ[+,N,N,N])
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[a,p,d,+]))
    (fXYZ[*,N,N,N])
    (>[a](in[a,N])(in3[a,i0,i0,*]))
    (>[a,b,p,c,d](&(in2[b,p,s])(in3[a,b,c,*])(in3[c,a,d,+]))(in3[a,p,d,*]))
    (in2[i0,i1,s])))
(induction [N,i0,s])
(conjecture add_associative (>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))(in3[a,f,e,+])))
(conjecture add_zero_left (>[a](in[a,N])(in3[i0,a,a,+])))
(conjecture add_successor_left (>[a,p,b,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+])))
(conjecture add_commutative (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
"""
BOUND = 4  # Statements are tested on numbers below this ...
WITNESS = 40  # ... and witnesses looked for below this.


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def term(self, names):
        return self.random.choice(names + ["i0"] * (len(names) < 3) + ["i1"])

    def atom(self, names):
        kind = self.random.randrange(8)
        t = [self.term(names) for _ in range(3)]
        if kind < 3:
            return ("+", t)
        if kind < 5:
            return ("*", t)
        if kind < 7:
            return ("s", t[:2])
        return self.random.choice([("le", t[:2]), ("tight", t[:2])])

    def statement(self):
        r = self.random
        names = list("abcd")[: r.randint(1, 4)]
        premises = [("in", [n]) for n in names]
        for _ in range(r.randint(0, 3)):
            premises.append(r.choice([self.atom(names), self.atom(names),
                                      ("=", [self.term(names), self.term(names)])]))
        # A premise that comes to equate two constants is refused: of equalities
        # with a constant keep one, alone.
        equalities = [p for p in premises if p[0] == "="]
        to_constants = [p for p in equalities if {"i0", "i1"} & set(p[1])]
        if to_constants:
            keep = to_constants[0]
            premises = [p for p in premises if p[0] != "="]
            if not all(t in ("i0", "i1") for t in keep[1]):
                premises.append(keep)
        if r.random() < 0.7:  # drop memberships that something else implies
            premises = [p for p in premises if p[0] != "in" or r.random() < 0.5
                        or not any(p[1][0] in q[1] for q in premises
                                   if q[0] in ("+", "*", "s"))]
        return names, premises, self.head(names)

    def head(self, names, depth=0):
        r = self.random
        kind = r.randrange(10)
        if kind < 4:
            return self.atom(names)
        if kind < 6:
            return ("=", [self.term(names), self.term(names)])
        if kind == 6:
            return ("not", [self.atom(names)])
        if kind == 7:
            return ("exists", ["w"], [("in", ["w"]), self.atom(names + ["w", "w"])])
        if kind == 8 and depth == 0:
            return ("and", [self.head(names, 1), self.head(names, 1)])
        return ("fixed", [self.term(names)]) if depth == 0 else self.atom(names)


def text(f):
    kind = f[0]
    if kind == "not":
        return "!" + text(f[1][0])
    if kind == "and":
        return "(&" + "".join(map(text, f[1])) + ")"
    if kind == "exists":
        return f"!(>[{','.join(f[1])}]{text(f[2][0])}!{text(f[2][1])})"
    t = ",".join(f[1])
    return {"+": f"(in3[{t},+])", "*": f"(in3[{t},*])", "s": f"(in2[{t},s])",
            "in": f"(in[{t},N])", "=": f"(=[{t}])", "le": f"(le[{t},N,+])",
            "tight": f"(tight[{t},N,+])", "fixed": f"(fixed[{t},+,N])"}[kind]


def conjunction(parts):
    return text(parts[0]) if len(parts) == 1 else "(&" + "".join(map(text, parts)) + ")"


def holds(f, env):
    kind = f[0]
    if kind == "not":
        return not holds(f[1][0], env)
    if kind == "and":
        return all(holds(g, env) for g in f[1])
    if kind == "exists":
        return any(all(holds(g, {**env, f[1][0]: w}) for g in f[2])
                   for w in range(WITNESS))
    v = [env[x] if x in env else int(x[1]) for x in f[1]]
    return {"+": lambda: v[0] + v[1] == v[2], "*": lambda: v[0] * v[1] == v[2],
            "s": lambda: v[0] + 1 == v[1], "in": lambda: True,
            "=": lambda: v[0] == v[1], "le": lambda: v[0] <= v[1],
            "tight": lambda: v[0] == v[1], "fixed": lambda: v[0] == 0}[kind]()


def is_refuted(names, premises, head):
    for values in itertools.product(range(BOUND), repeat=len(names)):
        env = dict(zip(names, values))
        if all(holds(p, env) for p in premises) and not holds(head, env):
            return True
    return False


def fail(seed, message):
    print(f"seed {seed}: {message}")
    sys.exit(1)


def run(seed, mplc, verify, folder):
    generator = Generator(seed)
    source, false = THEORY, set()
    for k in range(30):
        names, premises, head = generator.statement()
        if not premises:
            continue
        source += f"(conjecture r{k} (>[{','.join(names)}]{conjunction(premises)}{text(head)}))\n"
        if is_refuted(names, premises, head):
            false.add(f"r{k}")
    theory = folder / "random.mpl"
    theory.write_text(source)
    program, out = folder / "random", folder / "random.out"
    compiled = subprocess.run([mplc, theory, "-o", program], capture_output=True, text=True)
    if compiled.returncode != 0:
        fail(seed, "does not compile\n" + compiled.stderr)
    ran = subprocess.run([program, "--out", out, "--quiet", "--depth=1", "--splits=1",
                          "--firings=3000"], capture_output=True, text=True)
    if ran.returncode not in (0, 1):
        fail(seed, f"exit code {ran.returncode}\n{ran.stderr}")
    results = json.loads((out / "results.json").read_text())
    proved = {c["name"] for c in results["conjectures"] if c["status"] == "proved"}
    if proved & false:
        fail(seed, f"false statements proved: {sorted(proved & false)}")
    checked = subprocess.run([verify, theory, out], capture_output=True, text=True)
    if checked.returncode != 0 or not re.search(rf"{len(proved)} accepted, 0 rejected", checked.stdout):
        fail(seed, checked.stdout + checked.stderr)
    return len(proved)


def main():
    mplc, verify, folder, first, count = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    proved = sum(run(seed, mplc, verify, folder)
                 for seed in range(int(first), int(first) + int(count)))
    print(f"{count} theories, {proved} theorems, all accepted, none false")


main()
