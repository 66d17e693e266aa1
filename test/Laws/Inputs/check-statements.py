# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-statements.py THEOREMS [--laws LAWS]

Evaluates every theorem of a run, and the axioms, in the models of models.py; with
--laws also finds each law of a file among the theorems. Says what is wrong and
ends with 1, or says how many theorems there are.
"""

import argparse
import pathlib
import sys

from evaluation import axioms, evaluate
from laws import missing_laws
from models import models_of
from statements import expand, read_laws, read_module, show

parser = argparse.ArgumentParser()
parser.add_argument("theorems", type=pathlib.Path)
parser.add_argument("--laws", type=pathlib.Path)
options = parser.parse_args()

module = read_module(options.theorems.read_text())
models = models_of(module.parameters)
wrong, idle = [], []
for axiom in axioms(module):
    if (found := evaluate(axiom, module, models)[0]) is not None:
        wrong.append(f"the models do not satisfy the axiom {show(axiom)}: {found}")
for name, statement in module.statements.items():
    found, met = evaluate(statement, module, models)
    if found is not None:
        wrong.append(f"false: {name} {show(statement)}: {found[0]}, {found[1]}")
    elif met == 0:
        idle.append(name)

if options.laws:
    laws = read_laws(options.laws.read_text())
    # A law has to hold as well.
    for name, law in laws.items():
        if (found := evaluate(law, module, models)[0]) is not None:
            wrong.append(f"false law: {name}: {found}")
    keep = models[0].relations
    missing = missing_laws(
        {name: expand(law, module.definitions, keep) for name, law in laws.items()},
        [expand(s, module.definitions, keep) for s in module.statements.values()],
        [expand(module.axioms, module.definitions, keep)], models[0])
    wrong += [f"not found: {name}: {show(laws[name])}" for name in missing]

print(f"{len(module.statements)} theorems in {len(models)} models: {len(idle)} with premises that never held")
if options.laws:
    print(f"{len(laws)} laws, {len(missing)} not found")
for line in wrong:
    print(line)
sys.exit(bool(wrong))
