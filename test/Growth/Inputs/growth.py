#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether tools grow linearly: growth.py BIN verify|compile FOLDER

What is compared is the work for some input and for twice as much: instructions
as valgrind counts them, which no load changes, or user times, the best of some,
where there is no valgrind. The ratio is 2 if linear, 4 if quadratic.
"""

import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

MOST = 3.0  # Of times, which differ by a tenth; a square would give 4.


def chain(n, order):
    lines = [f"(define d{i}[x,S] (d{i - 1}[x,S]))" for i in order(range(1, n))]
    return [*lines, "(define d0[x,S] (in[x,S]))",
            f"(theory T[S,a] (&(in[a,S])(d{n - 1}[a,S])))"]


KINDS = {
    "chain": lambda n: chain(n, list),
    "reversed chain": lambda n: chain(n, reversed),
    "statements": lambda n: ["(theory T[S,a] (in[a,S]))"] + [
        f"(conjecture c{i} (>[x](in[x,S])(in[x,S])))" for i in range(2 * n)],
    "facts": lambda n: ["(theory T[S,a,f] (&(in[a,S])(>[x,y](in2[x,y,f])(in[x,S]))))"] + [
        f"(fact (in2[n{i},n{i * 7919 % n},f]))" for i in range(n)],
    "constants": lambda n: [
        "(theory T[S,a," + ",".join(f"a{i}" for i in range(n)) + "] (&(in[a,S])"
        + "".join(f"(in[a{i},S])" for i in range(n)) + "))"],
    "parameters": lambda n: [
        "(define d[" + ",".join(f"a{i}" for i in range(n)) + "] (&"
        + "".join(f"(=[a{i},a{n - i - 1}])" for i in range(n)) + "))",
        "(theory T[S,a] (in[a,S]))"],
}
PROOF = """mpl-proof 1
theory T
theorem x (in[a,S])
1 (in[a,S]) clause T PATH
qed 1
"""


VALGRIND = shutil.which("valgrind")


def run(*command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)


def demand(result, expected):
    if result.returncode or expected not in result.stdout:
        sys.exit(f"{result.args}: {result.returncode}\n{result.stdout[:1000]}")


def seconds(command, expected):
    before = os.times().children_user
    demand(run(*command), expected)
    return os.times().children_user - before


def instructions(command, expected):
    result = run(VALGRIND, "--tool=callgrind", "--callgrind-out-file=/dev/null",
                 *command)
    demand(result, expected)
    return int(re.search(r"Collected : (\d+)", result.stdout)[1])


def ratio(commands, expected, count=True):
    if VALGRIND and count:
        once, twice = (instructions(c, expected) for c in commands)
        return twice / once
    best = [min(seconds(c, expected) for _ in range(2)) for c in commands]
    for _ in range(8):
        if best[1] <= MOST * best[0]:
            break
        best = [min(b, seconds(c, expected)) for b, c in zip(best, commands)]
    return best[1] / max(best[0], 0.01)


def tell(kind, found):
    print(f"{kind}: {'linear' if found <= MOST else f'ratio {found:.1f}'}")


def write(folder, name, lines, path):
    theory, proof = folder / f"{name}.mpl", folder / f"{name}.proof"
    theory.write_text("\n".join(lines) + "\n")
    proof.write_text(PROOF.replace("PATH", path))
    return theory, proof


def verify(tools, folder):
    for kind, make in KINDS.items():
        n = 5000 if VALGRIND else 40000
        commands = []
        for size in (n, 2 * n):
            lines = make(size)
            path = "-" if "(theory T[S,a] (in[a,S]))" in lines else "0"
            files = write(folder, f"{kind.replace(' ', '-')}-{size}", lines, path)
            commands.append((tools / "mpl-verify", *files))
        tell(kind, ratio(commands, "1 accepted"))
    n = 100000
    files = write(folder, "long", chain(n, reversed), "1" + n * ".u")
    demand(run(tools / "mpl-verify", *files), "1 accepted")
    print(f"chain of {n}: accepted")


def relation(n):
    return ["(theory T[S,a,f] (&(in[a,S])(>[x,y](in2[x,y,f])(in[x,S]))))"] + [
        f"(fact (in2[{i},{i * 7919 % n},f]))" for i in range(n)]


def different_rules(n):
    chosen = random.Random(7)
    rules = {}
    while len(rules) < n:
        used, premises = ["x"], ""
        for _ in range(chosen.randrange(2, 5)):
            names = [chosen.choice(used), chosen.choice("xyzuvw"), chosen.choice("xyzuvw")]
            chosen.shuffle(names)
            used += names
            premises += f"(in3[{','.join(names)},f{chosen.randrange(6)}])"
        head = ",".join(chosen.choice(used) for _ in range(3))
        bound = ",".join(sorted(set(used)))
        rules[f"(>[{bound}](&{premises})(in3[{head},f{chosen.randrange(6)}]))"] = True
    return ["(theory T[S,a,f0,f1,f2,f3,f4,f5] (&(in[a,S])", *rules, "))"]


COMPILED = {
    "chain": (KINDS["chain"], 10000, []),
    "reversed chain": (KINDS["reversed chain"], 10000, []),
    "statements": (KINDS["statements"], 4000, ["--emit=plan"]),
    "facts": (relation, 8000, ["--emit=plan"]),
    "constants": (KINDS["constants"], 4000, ["--emit=plan"]),
    "rules": (different_rules, 50, ["-O0"]),
}


def compile_all(tools, folder):
    # Starting takes mplc a part of its time that no valgrind would count fast.
    for kind, (make, n, options) in COMPILED.items():
        commands = []
        for size in (n, 2 * n):
            theory = folder / f"{kind.replace(' ', '-')}-{size}.mpl"
            theory.write_text("\n".join(make(size)) + "\n(conjecture x (in[a,S]))\n")
            commands.append((tools / "mplc", *options, theory, "-o", folder / "made"))
        tell(kind, ratio(commands, "", count=False))


def main():
    tools, what, folder = sys.argv[1:]
    tools, folder = pathlib.Path(tools), pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    {"verify": verify, "compile": compile_all}[what](tools, folder)


if __name__ == "__main__":
    main()
