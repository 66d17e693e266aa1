# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""run-commands.py BUILD SOURCE DOCUMENT

Runs the commands of a document in an empty folder, in their order; each must
succeed. Commands are blocks fenced as `sh`, and indented blocks whose lines
start with build/bin or ./NAME. Blocks fenced as `mpl` that start with a comment
`// NAME.mpl` are files in that folder. A `text` block directly after commands
has lines of what they print, without a gap, in that order; a line `...` stands
for any number of lines. A line of it may be a part of the one printed.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

build, source, document = (pathlib.Path(a).resolve() for a in sys.argv[1:])
text = document.read_text()
BLOCK = re.compile(
    r"^```(?P<kind>mpl|sh)\n(?P<body>.*?)^```\n(?:```text\n(?P<expected>.*?)^```\n)?"
    r"|^(?P<plain>(?:    (?:build/bin|\./[a-z]+ )[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL)


def starts(lines, at, group):
    """Where the lines of a group begin, one after the other, or None."""
    for i in range(at, len(lines) - len(group) + 1):
        if all(g.strip() in lines[i + k] for k, g in enumerate(group)):
            return i
    return None


def missing(printed, expected):
    lines, at = printed.splitlines(), 0
    for group in re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE):
        found = starts(lines, at, group.splitlines())
        if found is None:
            return group
        at = found + len(group.splitlines())
    return None


failures, count = [], 0
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "build").symlink_to(build)
    (folder / "mpl").symlink_to(source / "mpl")
    environment = dict(os.environ, PATH=f"{build / 'bin'}:{os.environ['PATH']}")
    for match in BLOCK.finditer(text):
        if match["kind"] == "mpl":
            if name := re.match(r"// (\w+\.mpl)\n", match["body"]):
                (folder / name[1]).write_text(match["body"])
            continue
        commands = (match["body"] or match["plain"]).splitlines()
        if match["plain"] and "./scripts" in match["plain"]:
            continue  # These build the project and run its tests.
        printed = ""
        for command in commands:
            if command.startswith("cmake --build"):
                continue  # A build runs the tests, and has made the target.
            result = subprocess.run(command, shell=True, cwd=folder, env=environment,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                    text=True, timeout=300)
            printed += result.stdout
            count += 1
            if result.returncode != 0:
                failures.append(f"{command.strip()}\nends with {result.returncode}\n"
                                f"{result.stdout}")
        if match["expected"] and (lost := missing(printed, match["expected"])):
            failures.append("\n".join(commands) + f"\n--- is to print\n{lost}"
                            f"--- prints\n{printed}")
if not count:
    failures.append("no commands found")
sys.exit("\n".join(failures) or 0)
