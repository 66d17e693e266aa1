# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-goals.py MPLC GOALS: every goal of bench/goals compiles without warning,
true ones hold in the models, and false ones have a counterexample there."""

import concurrent.futures
import pathlib
import subprocess
import sys

from evaluation import axioms, evaluate
from models import models_of
from statements import read_module, show

mplc, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def check(row):
    name, truth, _ = row.split("\t")
    # Warnings of all stages but code generation.
    result = subprocess.run([mplc, "--emit=plan", "-o", "/dev/null", folder / f"{name}.mpl"],
                            capture_output=True, text=True)
    if result.returncode or result.stderr:
        return f"{name}: {result.stderr or result.returncode}"
    source = subprocess.run([mplc, "--emit=mpl-source", folder / f"{name}.mpl"],
                            capture_output=True, text=True, check=True).stdout
    module = read_module(source)
    if list(module.statements) != [name]:
        return f"{name}: states {list(module.statements)}"
    models = models_of(module.parameters)
    for axiom in axioms(module):
        if (wrong := evaluate(axiom, module, models)[0]) is not None:
            return f"{name}: an axiom fails in {wrong}: {show(axiom)}"
    found, met = evaluate(module.statements[name], module, models)
    if met == 0:
        return f"{name}: premises never held"
    if (found is None) != (truth == "true"):
        return f"{name} is {truth}: {found}"
    return None


rows = (folder / "goals.tsv").read_text().splitlines()[1:]
with concurrent.futures.ProcessPoolExecutor() as pool:
    failures = [failure for failure in pool.map(check, rows) if failure]
print(f"{len(rows)} goals, {len(failures)} wrong")
sys.exit("\n".join(failures) or 0)
