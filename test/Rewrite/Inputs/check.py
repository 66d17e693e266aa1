# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check.py MPLC VERIFY FOLDER: runs each file with one and two threads."""

import json
import pathlib
import subprocess
import sys

mplc, verify, folder = sys.argv[1:]
for path in sorted(pathlib.Path(folder).glob("*.mpl")):
    proofs = []
    for threads in (1, 2):
        out = path.with_suffix(f".out{threads}")
        subprocess.run([mplc, "run", path, "--out", out, "--quiet", f"--threads={threads}"])
        goal = json.loads((out / "results.json").read_text())["conjectures"][0]
        proofs.append((out / "proofs" / "goal.proof").read_bytes())
        accepted = subprocess.run([verify, "--quiet", path, out]).returncode == 0
    print(f"{path.stem}: {goal.get('method', goal['status'])},",
          "accepted," if accepted else "rejected,",
          "the same" if proofs[0] == proofs[1] else "different", "with two threads")
