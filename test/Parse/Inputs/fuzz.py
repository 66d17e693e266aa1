# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""fuzz.py FUZZER WORK DICTIONARY SEEDS...

Runs a libFuzzer binary on 50,000 inputs, then until 60 seconds are over, from
a fixed seed. Fails on any report, with what the fuzzer printed and the input.
"""

import pathlib
import re
import subprocess
import sys
import time

INPUTS, SECONDS = 50_000, 60

fuzzer, work, dictionary, *seeds = sys.argv[1:]
work = pathlib.Path(work)
(work / "corpus").mkdir(parents=True)


def fuzz(seed, limit):
    result = subprocess.run(
        [fuzzer, f"-dict={dictionary}", f"-seed={seed}", limit, "-timeout=30",
         "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0",
         f"-artifact_prefix={work}/", work / "corpus", *seeds],
        capture_output=True, text=True, errors="replace")
    if result.returncode != 0:
        print(result.stderr[-8000:])
        for report in work.glob("*-*"):
            print(f"--- {report}\n{report.read_bytes()!r}")
        sys.exit(f"the fuzzer ended with {result.returncode}")
    return int(re.search(r"number_of_executed_units: (\d+)", result.stderr)[1])


start = time.monotonic()
count = fuzz(1, f"-runs={INPUTS}")
if count < INPUTS:
    sys.exit(f"only {count} inputs were run")
left = SECONDS - (time.monotonic() - start)
if left >= 1:
    count += fuzz(2, f"-max_total_time={int(left)}")
print(f"{count} inputs in {time.monotonic() - start:.0f} seconds")
