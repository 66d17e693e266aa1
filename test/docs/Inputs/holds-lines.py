#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails unless all lines of standard input stand in a file, in this order.

holds-lines.py FILE   Empty lines are left out.
"""
import sys

lines = iter(open(sys.argv[1], encoding="utf-8").read().splitlines())
count = 0
for wanted in sys.stdin.read().splitlines():
    if not wanted:
        continue
    count += 1
    if all(line != wanted for line in lines):
        sys.exit(f"{sys.argv[1]} does not hold, at its place: {wanted}")
if count == 0:
    sys.exit("nothing was asked for")
