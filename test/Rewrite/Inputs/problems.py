# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""problems.py BENCH FOLDER NAME...: writes problems of bench/algebra as MPL."""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import algebra

for problem in algebra.read():
    if problem.name in sys.argv[3:]:
        (pathlib.Path(sys.argv[2]) / f"{problem.name}.mpl").write_text(algebra.mpl(problem))
