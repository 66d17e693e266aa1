# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""compare-waves.py A.vcd B.vcd: whether two value change dumps say the same.

Names, widths, and which signal has which value from which time on; codes, spelling of
numbers and all else may differ. Prints how much there was to compare.
"""

import sys


def read(path):
    signals, changes, time, values = {}, [], 0, {}
    for line in open(path, encoding="utf-8"):
        words = line.split()
        if not words:
            continue
        if words[0] == "$var":
            signals[words[3]] = (words[4], 0 if words[1] == "string" else int(words[2]))
        elif line[0] == "#":
            time = int(words[0][1:])
        elif line[0] in "bs" and len(words) == 2 and words[1] in signals:
            # A blank in a text is spelt in two ways.
            name, value = signals[words[1]][0], words[0][1:].replace("\\040", "_")
            if line[0] == "b":
                value = int(value, 2) if set(value) <= set("01") else None
            # A dump may begin with values that nobody has given yet.
            if value is not None and values.get(name) != value:
                values[name] = value
                changes.append((time, name, value))
    return sorted(signals.values()), sorted(changes, key=lambda c: (c[0], c[1]))


def main():
    (signals, changes), other = read(sys.argv[1]), read(sys.argv[2])
    if signals != other[0]:
        sys.exit(f"signals differ: {signals} and {other[0]}")
    for mine, its in zip(changes, other[1]):
        if mine != its:
            sys.exit(f"{mine} and {its}")
    if len(changes) != len(other[1]):
        sys.exit(f"{len(changes)} changes and {len(other[1])}")
    print(f"{len(signals)} signals, {len(changes)} changes, the same")


if __name__ == "__main__":
    main()
