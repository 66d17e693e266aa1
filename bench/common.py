# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What all tables of bench/run share: running programs, and printing tables."""

import pathlib
import re
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = ROOT / "build" / "bin"
THEORIES = sorted(
    p for p in (ROOT / "mpl").glob("*.mpl") if "(theory " in p.read_text()
)


def run(command, timeout=None):
    """Wall seconds and exit code of one run; TimeoutExpired if it takes longer."""
    start = time.perf_counter()
    code = subprocess.call(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=timeout,
    )
    return time.perf_counter() - start, code


def measure(command, runs):
    run(command)
    results = [run(command) for _ in range(runs)]
    return [r[0] for r in results], results[0][1]


def peak_megabytes(command):
    """What the program itself says with --stats. A shell starts it: a process
    inherits the peak of the one that it was forked from, and a shell's is low."""
    text = subprocess.run(
        ["sh", "-c", '"$@"; exit 0', "sh", *[str(word) for word in command], "--stats"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ).stdout
    found = re.search(r"memory +([0-9.]+) MB", text)
    return found[1] if found else ""


def median(values):
    return statistics.median(values)


def table(title, head, rows):
    print(f"\n## {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + " --- |" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
