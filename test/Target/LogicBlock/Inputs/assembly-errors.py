# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""assembly-errors.py LBM-ASM FILE: texts that are no assembly, and what is said."""

import pathlib
import subprocess
import sys

HEAD = '.columns 4\n.table "t" arity 2 functional rotation 1 list 0 list 0\n'
PLAN = HEAD + '.plan "p" on "t" rule 0\n'
CASES = [
    (".columns 5\n", "1: a core has 4 or 8 columns"),
    (".tabel\n", "1: no directive is called '.tabel'"),
    ('.table "t" arity 5 rotation 0\n', "1: the arity must be less than 5"),
    ('.table "t" arity 0 functional rotation 0\n', "1: a functional table has an output"),
    ('.table "t" arity 1 rotation 4 list 0\n', "1: the rotation must be less than 4"),
    ('.table "t" arity 1 rotation 0\n', "1: expected 'list'"),
    ('.table "t arity 1\n', "1: the name has no end"),
    ('.table "t" arity 1 rotation 0 list 0 in 7\n',
     "1: the sort of a column of 't' is no table of one column"),
    ("refute\n", "1: an instruction before any plan or routine"),
    (HEAD + '.plan "p" on "u" rule 0\n', "3: no table is called 'u'"),
    (PLAN + "frobnicate\n", "4: no instruction is called 'frobnicate'"),
    (PLAN + "refute r0\n", "4: unexpected 'r0'"),
    (PLAN + 'new "t"[?r0] premise 0\n', "4: new takes 2 columns of this table, not 1"),
    (PLAN + 'new "t"[?r0, ?r15] premise 0\n', "4: the register must be less than 15"),
    (PLAN + 'new "t"[?r0, _] premise 0\n', "4: nothing is read from '_'"),
    (PLAN + 'new "t"[?r0, ?x] premise 0\n', "4: expected a register"),
    (PLAN + 'new "t"[?r0, ?r1 premise 0\n', "4: expected ']'"),
    (PLAN + 'new "t"[?r0, ?r1] premise 64\n', "4: premise must be less than 64"),
    (PLAN + 'new "t"[?r0, ?r1]\n', "4: expected 'premise'"),
    (PLAN + 'derive "t"[?r0, r1]\n', "4: derive writes no columns"),
    (PLAN + 'create "t"[r0, r1] core 1\n', "4: create takes 1 columns of this table, not 2"),
    ('.table "z" arity 0 rotation 0\n.plan "p" on "z" rule 0\ncreate "z"[] core 1\n',
     "3: a table without columns has no applications"),
    (PLAN + "const r0, many\n", "4: expected a number"),
    (PLAN + "input r0, 8\n", "4: the number must be less than 8"),
    (PLAN + "same r0\n", "4: expected ','"),
    (PLAN + "invent 256[r0] core 1\n", "4: the existential rule must be less than 256"),
    (PLAN + "invent 0[r0,r0,r0,r0,r0,r0,r0,r0,r0] core 1\n",
     "4: an instruction has at most 8 columns"),
    (PLAN + "witness rule 0 count 0 new 16\n", "4: new must be less than 16"),
    (HEAD + ".program\ntext\n", "4: expected a line of the program, '| ...'"),
]

tool, path = sys.argv[1], pathlib.Path(sys.argv[2])
for text, message in CASES:
    path.write_text(text)
    result = subprocess.run([tool, path, "-o", "/dev/null"], capture_output=True, text=True)
    if result.returncode != 1 or result.stderr != f"{path}: error: {message}\n":
        sys.exit(f"{text}\ngives {result.returncode}: {result.stderr}instead of {message}")
print(len(CASES), "texts refused, each for its reason")
