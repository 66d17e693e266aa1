# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""limits.py SIM IMAGE OUT: conjectures that cores of too small a size leave open."""

import json
import pathlib
import shutil
import subprocess
import sys

sim, image, out = sys.argv[1:]
SIZES = {"rows": "--row-bits=5", "ids": "--id-bits=3", "merges": "--merge-bits=0",
         "demands": "--demand-bits=1", "nesting": "--nesting=1",
         "instructions": "--program-bits=9"}
for limit, size in SIZES.items():
    shutil.rmtree(out, ignore_errors=True)
    result = subprocess.run([sim, image, size, "--out", out, "--quiet", "--no-explore"],
                            capture_output=True, text=True)
    if result.returncode != 1:
        sys.exit(f"{size}: exit code {result.returncode}\n{result.stderr}")
    results = json.loads((pathlib.Path(out) / "results.json").read_text())["conjectures"]
    print(f"{limit}:", sum(c.get("limit") == limit for c in results))
