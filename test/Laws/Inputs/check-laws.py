# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-laws.py BIN THEORIES NAME WORK

Compiles THEORIES/NAME.mpl, which states nothing, and explores it. The checker has
to accept every proof, every theorem has to hold in models that know nothing of
the program (check-statements.py), and the laws of NAME.laws have to be found.
"""

import json
import pathlib
import shutil
import subprocess
import sys

binaries, theories, name, work = sys.argv[1:]
binaries, theory = pathlib.Path(binaries), pathlib.Path(theories) / f"{name}.mpl"
work = pathlib.Path(work)
# No measure of speed: a bound that only a search that went astray exceeds.
SECONDS = 600
# What the laws asked for need, and more; a few theories would go on for a minute.
BLOCKS = 60000


def run(*command):
    result = subprocess.run([str(word) for word in command], cwd=work, text=True,
                            capture_output=True, timeout=SECONDS)
    if result.returncode != 0 or result.stderr:
        sys.exit(f"{name}: {' '.join(map(str, command))} ended with {result.returncode}\n"
                 + result.stdout[-5000:] + result.stderr)
    return result.stdout


if any((work / kept).exists() for kept in (".git", "CMakeLists.txt")):
    sys.exit(f"{work} is no folder to clear")
if work.exists():
    shutil.rmtree(work)
work.mkdir(parents=True)
run(binaries / "mplc", theory, "-o", work / name)
out = work / "out"
run(work / name, "--out", out, "--quiet", f"--blocks={BLOCKS}")
entries = json.loads((out / "results.json").read_text())["conjectures"]
proved = sum(entry["status"] == "proved" for entry in entries)
verified = run(binaries / "mpl-verify", theory, out)
if not verified.endswith(f"{proved} accepted, 0 rejected\n"):
    sys.exit(f"{name}: {proved} theorems, but\n{verified[-1000:]}")
print(run(sys.executable, pathlib.Path(__file__).parent / "check-statements.py",
          out / "theorems.mpl", "--laws", theory.with_suffix(".laws")), end="")
