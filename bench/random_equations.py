# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random equational theories with a finite model, and goals: nothing false is proved.

    random_equations.py BIN FOLDER THEORIES [SEED]

Each theory has random operations on two or three elements, some random equations that
hold there as axioms, and twenty goals: equations between terms with and without
variables, half of them under a premise, most of them made by rewriting a term. The program may prove only what holds in the
model, mpl-verify must accept it, and what is refuted must not be an instance of an
axiom. Prints what became of the goals; ends with 1 if anything was false.
"""

import collections
import itertools
import json
import pathlib
import random
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import algebra

GOALS, AXIOMS = 20, 4
FUNCTIONS = {"f": 1, "mul": 2}
CONSTANTS = ["a", "b", "c"]


class Model:
    def __init__(self, source):
        self.source, self.size = source, source.choice((2, 3))
        elements = range(self.size)
        self.tables = {f: {args: source.choice(elements)
                           for args in itertools.product(elements, repeat=n)}
                       for f, n in FUNCTIONS.items()}
        self.constants = {c: source.choice(elements) for c in CONSTANTS}

    def value(self, term, env):
        if isinstance(term, str):
            return env[term] if term in algebra.VARIABLES else self.constants[term]
        return self.tables[term[0]][tuple(self.value(a, env) for a in term[1:])]

    def holds(self, goal):
        equations = [*goal.premises, goal.equation]
        names = sorted({v for e in equations for s in e for v in algebra.variables(s)})
        for values in itertools.product(range(self.size), repeat=len(names)):
            env = dict(zip(names, values))
            is_true = [self.value(l, env) == self.value(r, env) for l, r in equations]
            if all(is_true[:-1]) and not is_true[-1]:
                return False
        return True


def term(source, size, leaves):
    if size == 0:
        return source.choice(leaves)
    if source.random() < 0.35:
        return ("f", term(source, size - 1, leaves))
    left = source.randrange(size)
    return ("mul", term(source, left, leaves), term(source, size - 1 - left, leaves))


def equation(source, leaves):
    while True:
        sides = (term(source, source.randrange(1, 4), leaves), term(source, source.randrange(4), leaves))
        if sides[0] != sides[1]:
            return sides


def match(pattern, given, env):
    if isinstance(pattern, str):
        if pattern in algebra.VARIABLES:
            return env.setdefault(pattern, given) == given
        return pattern == given
    return (not isinstance(given, str) and pattern[0] == given[0]
            and all(match(p, g, env) for p, g in zip(pattern[1:], given[1:])))


def instance(pattern, env, source, leaves):
    if isinstance(pattern, str):
        if pattern in algebra.VARIABLES:
            return env.setdefault(pattern, term(source, source.randrange(2), leaves))
        return pattern
    return (pattern[0], *(instance(a, env, source, leaves) for a in pattern[1:]))


def rewritten(given, equations, source, leaves):
    """With an equation applied somewhere, in either direction, if one can be."""
    places = []

    def visit(t, put):
        for left, right in [*equations, *(e[::-1] for e in equations)]:
            env = {}
            if match(left, t, env):
                places.append((right, env, put))
        if not isinstance(t, str):
            for k in range(1, len(t)):
                visit(t[k], lambda by, k=k, t=t, put=put: put((*t[:k], by, *t[k + 1:])))

    visit(given, lambda by: by)
    if not places:
        return given
    right, env, put = source.choice(places)
    return put(instance(right, env, source, leaves))


def consequence(source, axioms, premises, leaves):
    """Follows in a few steps from axioms, and from premises as they stand."""
    start = now = term(source, source.randrange(1, 4), leaves)
    if premises:
        start = now = ("mul", premises[0][0], now)
        now = ("mul", premises[0][1], now[2])
    for _ in range(source.randrange(2, 10)):
        now = rewritten(now, axioms, source, leaves)
    return start, now


def make(seed):
    source = random.Random(seed)
    model = Model(source)
    open_leaves = ["x", "y", "z", *CONSTANTS]
    axioms = []
    for _ in range(3000):
        axiom = equation(source, open_leaves)
        if len(axioms) < AXIOMS and model.holds(algebra.Goal([], axiom)):
            axioms.append(axiom)
    goals = []
    for k in range(GOALS):
        leaves = CONSTANTS if k % 2 else open_leaves
        premises = [equation(source, leaves)] if k % 4 > 1 else []
        goal = algebra.Goal(premises, equation(source, leaves))
        if k % 3 and axioms:
            goal = algebra.Goal(premises, consequence(source, axioms, premises, leaves))
            if goal.equation[0] == goal.equation[1]:
                goal = algebra.Goal(premises, equation(source, leaves))
        if k % 3 and axioms:
            goal = algebra.Goal(premises, consequence(source, axioms, premises, leaves))
            if goal.equation[0] == goal.equation[1]:
                goal = algebra.Goal(premises, equation(source, leaves))
        goals.append(goal)
    return model, axioms, goals


def run(binaries, folder, seed, counts):
    model, axioms, goals = make(seed)
    every = algebra.Problem("random", f"random equations, seed {seed}",
                            [*axioms, ("a", ("f", ("mul", "b", "c")))])
    head = algebra.theory(every)
    # The last one only names all symbols.
    head = head.replace("    " + algebra.axiom(every.axioms[-1]) + "))", "))")
    path, out = folder / f"random{seed}.mpl", folder / "out"
    path.write_text(head + "".join(algebra.conjecture(f"g{k}", g) for k, g in enumerate(goals)))
    program = folder / "program"
    made = subprocess.run([binaries / "mplc", path, "-o", program], capture_output=True, text=True)
    if made.returncode != 0:
        return [f"{path}: not compiled: {made.stderr.strip()[:200]}"]
    ended = subprocess.run([program, "--out", out, "--quiet", "--threads=1", "--no-explore",
                            "--depth=1", "--splits=0"], capture_output=True, text=True, timeout=600)
    if ended.returncode == 3:
        return [f"{path}: contradiction from axioms that have a model"]
    if ended.returncode not in (0, 1):
        return [f"{path}: ended with {ended.returncode}: {ended.stderr.strip()[:200]}"]
    errors = []
    result = json.loads((out / "results.json").read_text())
    for entry in result["conjectures"]:
        goal = goals[int(entry["name"][1:])]
        method = entry.get("method", "")
        counts[entry["status"] + (" by " + method if method else "")] += 1
        if entry["status"] == "proved" and not model.holds(goal):
            errors.append(f"{path}: {entry['name']} is proved and false")
        if entry["status"] == "refuted" and not goal.premises and (
                goal.equation in axioms or goal.equation[::-1] in axioms):
            errors.append(f"{path}: {entry['name']} is refuted and an axiom")
    if any(e["status"] == "proved" for e in result["conjectures"]):
        checked = subprocess.run([binaries / "mpl-verify", "--quiet", path, out],
                                 capture_output=True, text=True)
        if checked.returncode != 0:
            errors.append(f"{path}: {checked.stderr.strip()[:200] or checked.stdout[:200]}")
    if not errors:
        path.unlink()
    return errors


def main():
    binaries, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    folder.mkdir(parents=True, exist_ok=True)
    counts, errors = collections.Counter(), []
    for seed in range(first, first + int(sys.argv[3])):
        errors += run(binaries, folder, seed, counts)
    print(f"{sum(counts.values())} goals: " + ", ".join(f"{n} {k}" for k, n in sorted(counts.items())))
    print("\n".join(errors) if errors else "nothing false")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
