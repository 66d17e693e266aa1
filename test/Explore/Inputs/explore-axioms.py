# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""explore-axioms.py MPLC VERIFY THEORIES FOLDER NAME...

Takes the conjectures out of each theory, explores what is left, and has every
proof checked. Those conjectures of the theory that are unconditional equations
and proved there need not be found in these words; that there are theorems, and
that none is rejected, is what is asked.
"""

import json
import pathlib
import re
import subprocess
import sys

mplc, verify, theories, folder, *names = sys.argv[1:]
folder = pathlib.Path(folder)
folder.mkdir(parents=True, exist_ok=True)
for name in names:
    source = (pathlib.Path(theories) / f"{name}.mpl").read_text()
    source = re.sub(r"^\(conjecture .*\n", "", source, flags=re.MULTILINE)
    source = source.replace('(import "', f'(import "{theories}/')
    theory, program, out = (folder / (name + end) for end in (".mpl", "", ".out"))
    theory.write_text(source)
    subprocess.run([mplc, theory, "-o", program], check=True)
    subprocess.run([program, "--out", out, "--quiet"], check=True)
    entries = json.loads((out / "results.json").read_text())["conjectures"]
    proved = sum(entry["status"] == "proved" for entry in entries)
    assert proved > 0 and all("explored" in entry for entry in entries), name
    checked = subprocess.run([verify, theory, out], capture_output=True, text=True)
    assert f"{proved} accepted, 0 rejected" in checked.stdout, checked.stdout
