# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run-examples.py MPLC DOCUMENT

Runs the fenced blocks of a document: `mpl` is a file that is accepted,
`mpl-error` one that is refused. A `text` block directly after one of them is
exactly what the compiler prints on standard error; without it, that is nothing
for `mpl` and anything for `mpl-error`.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

mplc, document = sys.argv[1], pathlib.Path(sys.argv[2])
blocks = re.findall(
    r"^```(mpl|mpl-error)\n(.*?)^```\n(?:\n*^```text\n(.*?)^```\n)?",
    document.read_text(), re.MULTILINE | re.DOTALL)
failures = []
with tempfile.TemporaryDirectory() as folder:
    for kind, source, messages in blocks:
        (pathlib.Path(folder) / "example.mpl").write_text(source)
        result = subprocess.run([mplc, "--emit=ast", "example.mpl"],
                                cwd=folder, capture_output=True, text=True)
        accepted = result.returncode == 0
        if accepted != (kind == "mpl") or (
                (messages or accepted) and result.stderr != messages):
            failures.append(f"{source}--- expected\n{messages}--- printed "
                            f"(exit status {result.returncode})\n{result.stderr}")

if not blocks:
    failures.append("no examples found")
sys.exit("\n".join(failures) or 0)
