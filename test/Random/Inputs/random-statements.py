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

FUNCTIONS = """
(define fXY[f,X,Y]
  (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
    (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
    (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define fXYZ[f,X,Y,Z]
  (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
    (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))
    (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
"""
NUMBERS = """
(define le[x,y,N,+] !(>[d](in[d,N])!(in3[x,d,y,+])))
(define less[x,y,N,+] (&(le[x,y,N,+])!(=[x,y])))
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
LISTS = """
(theory Random[N,i0,s,i1,L,nil,cons,++,len,B,true,false,not,leb]
  (&(in[i0,N])(fXY[s,N,N])(in2[i0,i1,s])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (in[nil,L])(fXYZ[cons,N,L,L])
    (>[h,t](&(in[h,N])(in[t,L]))!(in3[h,t,nil,cons]))
    (>[h,t,g,u,l](&(in3[h,t,l,cons])(in3[g,u,l,cons]))(&(=[h,g])(=[t,u])))
    (fXYZ[++,L,L,L])
    (>[y](in[y,L])(in3[nil,y,y,++]))
    (>[h,t,x,y,u,v](&(in3[h,t,x,cons])(in3[t,y,u,++])(in3[h,u,v,cons]))(in3[x,y,v,++]))
    (fXY[len,L,N])(in2[nil,i0,len])
    (>[h,t,x,n,m](&(in3[h,t,x,cons])(in2[t,n,len])(in2[n,m,s]))(in2[x,m,len]))
    (in[true,B])(in[false,B])!(=[true,false])
    (fXY[not,B,B])(in2[true,false,not])(in2[false,true,not])
    (fXYZ[leb,N,N,B])
    (>[y](in[y,N])(in3[i0,y,true,leb]))
    (>[x,p](in2[x,p,s])(in3[p,i0,false,leb]))
    (>[x,p,y,q,r](&(in2[x,p,s])(in2[y,q,s])(in3[x,y,r,leb]))(in3[p,q,r,leb]))))
(induction [N,i0,s])
(induction [L,nil,cons])
(induction [B,true,false])
(conjecture append_nil (>[x](in[x,L])(in3[x,nil,x,++])))
(conjecture append_associative (>[a,b,c,d,e,f](&(in3[a,b,d,++])(in3[d,c,e,++])(in3[b,c,f,++]))(in3[a,f,e,++])))
"""
# Functions by cases on whether two elements are equal, which are else unknown.
ELEMENTS = """
(theory Random[E,N,i0,s,i1,L,nil,cons,++,count,remove,B,true,false,member,lt]
  (&(in[i0,N])(fXY[s,N,N])(in2[i0,i1,s])
    (>[x](in[x,N])!(in2[x,i0,s]))
    (>[x,y,z](&(in2[x,z,s])(in2[y,z,s]))(=[x,y]))
    (in[true,B])(in[false,B])!(=[true,false])
    (in[nil,L])(fXYZ[cons,E,L,L])
    (>[h,t](&(in[h,E])(in[t,L]))!(in3[h,t,nil,cons]))
    (>[h,t,g,u,l](&(in3[h,t,l,cons])(in3[g,u,l,cons]))(&(=[h,g])(=[t,u])))
    (fXYZ[++,L,L,L])
    (>[y](in[y,L])(in3[nil,y,y,++]))
    (>[h,t,x,y,u,v](&(in3[h,t,x,cons])(in3[t,y,u,++])(in3[h,u,v,cons]))(in3[x,y,v,++]))
    (fXYZ[count,E,L,N])
    (>[x](in[x,E])(in3[x,nil,i0,count]))
    (>[x,l,c,n,m](&(in3[x,l,c,cons])(in3[x,l,n,count])(in2[n,m,s]))(in3[x,c,m,count]))
    (>[x,y,l,c,n](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,n,count]))(in3[x,c,n,count]))
    (fXYZ[remove,E,L,L])
    (>[x](in[x,E])(in3[x,nil,nil,remove]))
    (>[x,l,c,r](&(in3[x,l,c,cons])(in3[x,l,r,remove]))(in3[x,c,r,remove]))
    (>[x,y,l,c,r,d](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,r,remove])(in3[y,r,d,cons]))(in3[x,c,d,remove]))
    (fXYZ[member,E,L,B])
    (>[x,l](&(in[x,E])(in[l,L])(in3[x,l,i0,count]))(in3[x,l,false,member]))
    (>[x,l](&(in[x,E])(in[l,L])!(in3[x,l,i0,count]))(in3[x,l,true,member]))
    (>[x,y](in2[x,y,lt])(&(in[x,E])(in[y,E])))
    (>[x](in[x,E])!(in2[x,x,lt]))
    (>[x,y,z](&(in2[x,y,lt])(in2[y,z,lt]))(in2[x,z,lt]))
    (>[x,y](&(in[x,E])(in[y,E])!(=[x,y]))!(&!(in2[x,y,lt])!(in2[y,x,lt])))))
(induction [N,i0,s])
(induction [L,nil,cons])
(induction [B,true,false])
(conjecture count_removed (>[x,l,r](in3[x,l,r,remove])(in3[x,r,i0,count])))
(conjecture asymmetric (>[x,y](in2[x,y,lt])!(in2[y,x,lt])))
"""
# Sorts of inputs and output, and what the function is.
NUMBERS_SIGNATURE = {
    "+": ("NNN", lambda a, b: a + b),
    "*": ("NNN", lambda a, b: a * b),
    "s": ("NN", lambda a: a + 1),
}
LISTS_SIGNATURE = {
    "cons": ("NLL", lambda h, t: (h,) + t),
    "++": ("LLL", lambda a, b: a + b),
    "len": ("LN", len),
    "s": ("NN", lambda a: a + 1),
    "not": ("BB", lambda a: not a),
    "leb": ("NNB", lambda a, b: a <= b),
}
ELEMENTS_SIGNATURE = {
    "cons": ("ELL", lambda h, t: (h,) + t),
    "++": ("LLL", lambda a, b: a + b),
    "count": ("ELN", lambda x, l: l.count(x)),
    "remove": ("ELL", lambda x, l: tuple(y for y in l if y != x)),
    "member": ("ELB", lambda x, l: x in l),
    "s": ("NN", lambda a: a + 1),
}
RELATIONS = {"lt": ("EE", lambda a, b: a < b)}
THEORIES = [(NUMBERS, NUMBERS_SIGNATURE, "N", "i0 i1"),
            (LISTS, LISTS_SIGNATURE, "NNLLB", "i0 i1 nil true false"),
            (ELEMENTS, ELEMENTS_SIGNATURE, "EEELLN", "i0 i1 nil true false")]
CONSTANTS = {"i0": 0, "i1": 1, "nil": (), "true": True, "false": False}
SORT_OF = {"i0": "N", "i1": "N", "nil": "L", "true": "B", "false": "B"}
# Statements are tested on small values; witnesses are numbers.
DOMAIN = {
    "N": range(4),
    "L": [(), (0,), (1,), (0, 1), (1, 1), (2, 0, 1)],
    "B": [True, False],
    "E": range(3),
}
WITNESSES = range(40)


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.theory, self.signature, self.sorts, constants = THEORIES[seed % 3]
        self.constants = constants.split()
        self.numbers = self.theory is NUMBERS

    def term(self, names, sort):
        """A name of this sort, by choice a variable."""
        fitting = [n for n in names if names[n] == sort]
        constants = [c for c in self.constants if SORT_OF[c] == sort]
        return self.random.choice(fitting * 3 + constants)

    def has(self, names, sorts):
        """Whether there is a name, or a constant, of each sort."""
        known = set(names.values()) | {SORT_OF[c] for c in self.constants}
        return all(sort in known for sort in sorts)

    def literal(self, names, equalities=0.3):
        """An atom or equality, or the negation of one."""
        r = self.random
        f = self.equality(names) if r.random() < equalities else self.atom(names)
        return ("negation", [f]) if r.random() < 0.35 else f

    def atom(self, names):
        if self.numbers and self.random.random() < 0.25:
            kind = self.random.choice(["le", "tight", "less"])
            return (kind, [self.term(names, "N") for _ in range(2)])
        if self.theory is ELEMENTS and self.random.random() < 0.25 and self.has(names, "E"):
            return ("lt", [self.term(names, "E") for _ in range(2)])
        op = self.random.choice([op for op in self.signature
                                 if self.has(names, self.signature[op][0])])
        return (op, [self.term(names, sort) for sort in self.signature[op][0]])

    def equality(self, names):
        sort = self.random.choice(list(names.values()))
        return ("=", [self.term(names, sort) for _ in range(2)])

    def statement(self):
        r = self.random
        names = {n: r.choice(self.sorts) for n in "abcd"[: r.randint(1, 4)]}
        premises = [("in", [n, names[n]]) for n in names]
        for _ in range(r.randint(0, 3)):
            premises.append(self.literal(names))
        # A premise that comes to equate two constants is refused: of equalities
        # with a constant keep one, alone.
        to_constants = [p for p in premises if p[0] == "=" and set(p[1]) & set(CONSTANTS)]
        if to_constants:
            premises = [p for p in premises if p[0] != "="]
            if not all(t in CONSTANTS for t in to_constants[0][1]):
                premises.append(to_constants[0])
        if r.random() < 0.7:  # drop memberships that something else implies
            premises = [p for p in premises if p[0] != "in" or r.random() < 0.5
                        or not any(p[1][0] in q[1] for q in premises
                                   if q[0] in self.signature or q[0] in RELATIONS)]
        head = self.head(names)
        # To prove that x < y, x = y is assumed: the same holds of that equality.
        while mentions(head, "less") and (to_constants or
                                          any(mentions(head, c) for c in CONSTANTS)):
            head = self.head(names)
        return names, premises, head

    def head(self, names, depth=0):
        r = self.random
        kind = r.randrange(11)
        if kind < 4:
            return self.atom(names)
        if kind < 6:
            return self.equality(names)
        if kind == 6:
            return ("negation", [self.atom(names)])
        if kind == 10:
            # The negation of an equality would be one more premise: see above.
            return ("or", [f[1][0] if f[0] == "negation" and f[1][0][0] == "=" else f
                           for f in (self.literal(names), self.literal(names))])
        if kind == 7:
            return ("exists", ["w"], [("in", ["w", "N"]), self.atom({**names, "w": "N"})])
        if kind == 8 and depth == 0:
            return ("and", [self.head(names, 1), self.head(names, 1)])
        if not self.numbers or depth > 0:
            return self.atom(names)
        return ("fixed", [self.term(names, "N")])


def mentions(f, word):
    return f == word or isinstance(f, (tuple, list)) and any(mentions(g, word) for g in f)


def text(f):
    kind = f[0]
    if kind == "negation":
        return "!" + text(f[1][0])
    if kind == "and":
        return "(&" + "".join(map(text, f[1])) + ")"
    if kind == "or":
        return "!(&" + "".join("!" + text(g) for g in f[1]) + ")"
    if kind == "exists":
        return f"!(>[{','.join(f[1])}]{text(f[2][0])}!{text(f[2][1])})"
    t = ",".join(f[1])
    special = {"in": f"(in[{t}])", "=": f"(=[{t}])", "le": f"(le[{t},N,+])",
               "tight": f"(tight[{t},N,+])", "less": f"(less[{t},N,+])", "fixed": f"(fixed[{t},+,N])"}
    return special[kind] if kind in special else f"(in{len(f[1])}[{t},{kind}])"


def conjunction(parts):
    return text(parts[0]) if len(parts) == 1 else "(&" + "".join(map(text, parts)) + ")"


def holds(f, env, signature):
    kind = f[0]
    if kind == "negation":
        return not holds(f[1][0], env, signature)
    if kind == "and":
        return all(holds(g, env, signature) for g in f[1])
    if kind == "or":
        return any(holds(g, env, signature) for g in f[1])
    if kind == "exists":
        return any(all(holds(g, {**env, f[1][0]: w}, signature) for g in f[2])
                   for w in WITNESSES)
    if kind == "in":
        return True
    v = [env[x] if x in env else CONSTANTS[x] for x in f[1]]
    special = {"=": lambda: v[0] == v[1], "le": lambda: v[0] <= v[1],
               "tight": lambda: v[0] == v[1], "less": lambda: v[0] < v[1], "fixed": lambda: v[0] == 0}
    if kind in RELATIONS:
        return RELATIONS[kind][1](*v)
    return special[kind]() if kind in special else signature[kind][1](*v[:-1]) == v[-1]


def is_refuted(names, premises, head, signature):
    for values in itertools.product(*(DOMAIN[sort] for sort in names.values())):
        env = dict(zip(names, values))
        if all(holds(p, env, signature) for p in premises) and not holds(head, env, signature):
            return True
    return False


def fail(seed, message):
    print(f"seed {seed}: {message}")
    sys.exit(1)


def theory_of(seed):
    """Source of a random theory, and its statements that are false."""
    generator = Generator(seed)
    source, false = FUNCTIONS + generator.theory, set()
    for k in range(30):
        names, premises, head = generator.statement()
        if not premises:
            continue
        source += f"(conjecture r{k} (>[{','.join(names)}]{conjunction(premises)}{text(head)}))\n"
        if is_refuted(names, premises, head, generator.signature):
            false.add(f"r{k}")
    return source, false


def run(seed, mplc, verify, folder):
    source, false = theory_of(seed)
    theory = folder / "random.mpl"
    theory.write_text(source)
    program, out = folder / "random", folder / "random.out"
    compiled = subprocess.run([mplc, theory, "-o", program], capture_output=True, text=True)
    if compiled.returncode != 0:
        fail(seed, "does not compile\n" + compiled.stderr)
    ran = subprocess.run([program, "--out", out, "--quiet", "--no-explore", "--depth=1", "--splits=1",
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


if __name__ == "__main__":
    main()
