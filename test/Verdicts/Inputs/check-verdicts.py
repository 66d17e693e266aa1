# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-verdicts BIN THEORY FOLDER: compiles and runs a theory, and compares what is
said of each conjecture with the lines `// VERDICT name word` of the file. Words:

  proved, refuted   the verdict that it must get
  true, false       what it is: it may stay open, but not be called the opposite
  contradictory     of the axioms: the run must say so

`// OPTIONS words` are options of the run. Whatever was proved or refuted, mpl-verify
must accept."""

import json
import os
import re
import shutil
import subprocess
import sys

CONTRADICTORY = 3


def main():
    bin_dir, theory, folder = sys.argv[1:]
    text = open(theory).read()
    expected = re.findall(r"^// VERDICT (\S+) (\w+)$", text, re.M)
    options = " ".join(re.findall(r"^// OPTIONS (.*)$", text, re.M)).split()
    if not expected:
        sys.exit(f"{theory}: states no verdict")
    shutil.rmtree(folder, ignore_errors=True)
    run = subprocess.run(
        [os.path.join(bin_dir, "mplc"), "run", "-O0", theory, "--quiet", "--out", folder]
        + (options or ["--time-limit", "60"]), capture_output=True, text=True)
    if run.returncode < 0 or run.returncode > CONTRADICTORY:
        sys.exit(f"exit code {run.returncode}\n{run.stderr}")
    if ("axioms", "contradictory") in expected:
        if run.returncode != CONTRADICTORY:
            sys.exit(f"not said to be contradictory: exit code {run.returncode}")
    elif run.returncode == CONTRADICTORY:
        sys.exit(f"said to be contradictory\n{run.stderr}")
    results = json.load(open(os.path.join(folder, "results.json")))
    status = {c["name"]: c["status"] for c in results["conjectures"]}
    wrong = []
    for name, word in expected:
        if word == "contradictory":
            continue
        allowed = {"true": ("proved", "open"), "false": ("refuted", "open")}
        if status.get(name) not in allowed.get(word, (word,)):
            wrong.append(f"{name}: {status.get(name)}, not {word}")
    if wrong:
        sys.exit("\n".join(wrong))
    core = theory
    if "(import" not in text:  # The checker reads the core alone, without terms.
        core = os.path.join(folder, "core.mpl")
        subprocess.run([os.path.join(bin_dir, "mplc"), "--emit=mpl-source", theory,
                        "-o", core], check=True)
    verify = subprocess.run([os.path.join(bin_dir, "mpl-verify"), core, folder],
                            capture_output=True, text=True)
    if verify.returncode:
        sys.exit(f"mpl-verify: exit code {verify.returncode}\n{verify.stdout}{verify.stderr}")


main()
