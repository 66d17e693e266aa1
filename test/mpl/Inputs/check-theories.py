# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-theories.py MPLC FOLDER: see parse.test."""

import pathlib
import re
import subprocess
import sys
import tempfile

mplc, folder = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


def run(file, emit):
    result = subprocess.run([mplc, f"--emit={emit}", str(file)],
                            capture_output=True, text=True)
    if result.returncode != 0 or result.stderr:
        failures.append(f"{file}: {result.stderr or result.returncode}")
    return result.stdout


theories = sorted(folder.glob("*.mpl"))
assert theories, f"no theories in {folder}"
with tempfile.TemporaryDirectory() as temporary:
    for theory in theories:
        copy = pathlib.Path(temporary) / theory.name
        copy.write_text(source := run(theory, "mpl-source"))
        if run(copy, "mpl-source") != source:
            failures.append(f"{theory}: prints differently the second time")
        if run(copy, "ast") != run(theory, "ast"):
            failures.append(f"{theory}: what is printed means something else")

        stated = re.findall(r"^\(conjecture (\S+) ", source, re.MULTILINE)
        expected_file = theory.with_suffix(".expected")
        expected = []
        if expected_file.exists():
            for line in expected_file.read_text().splitlines():
                name, verdict = line.split()
                assert verdict in ("proved", "refuted", "open"), f"{expected_file}: {line}"
                expected.append(name)
        if sorted(stated) != sorted(expected):
            failures.append(f"{expected_file}: not the conjectures of {theory}: "
                            f"{set(stated) ^ set(expected)}")

sys.exit("\n".join(failures) or 0)
