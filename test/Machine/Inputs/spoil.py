#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Spoiled images with right checksums: spoil.py BIN THEORY.mpl FOLDER N [SEED]

N images in which bytes of tables, units or the program's text are others, and N in
which one register, premise, relation or number of the assembly text is. lbm-sim must
end by itself with one of its exit codes, and mpl-verify must accept what it proved,
unless the text of the program, which is the theory, was spoiled too.
"""

import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import zlib

HEADER = 20


def run(*command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=60)


def spoil_bytes(chosen, data, end):
    body = bytearray(data[HEADER:])
    for _ in range(chosen.choice([1, 1, 2, 4])):
        at = chosen.randrange(end)
        body[at] = chosen.choice([body[at] ^ 1 << chosen.randrange(8),
                                  chosen.randrange(256), 0, 255])
    return (data[:HEADER - 8] + struct.pack("<II", len(body), zlib.crc32(bytes(body)))
            + bytes(body))


def spoil_text(chosen, text):
    """One number of the code is another one."""
    code = text[:text.index("\n.program")]
    places = [m for m in re.finditer(r"\br?\d+\b", code[code.index("\n."):])]
    start = code.index("\n.")
    place = chosen.choice(places)
    old = place[0]
    new = str(chosen.randrange(16) if old[0] == "r" else chosen.randrange(9))
    new = "r" + new if old[0] == "r" else new
    return text[:start + place.start()] + new + text[start + place.end():]


def judge(tools, image, theory, folder, counts, is_theory):
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    try:
        result = run(tools / "lbm-sim", "--quiet", "--threads", 1, "--time-limit", 1,
                     image, "--out", out)
    except subprocess.TimeoutExpired:
        sys.exit(f"{image}: does not end")
    if not 0 <= result.returncode <= 6:
        sys.exit(f"{image}: {result.returncode}\n{result.stdout[-500:]}")
    refused = b"error: '" in result.stdout
    kind = "refused" if refused else "stopped" if b"error:" in result.stdout else "ran"
    counts[kind] = counts.get(kind, 0) + 1
    if is_theory and list((out / "proofs").glob("*.proof")):
        verified = run(tools / "mpl-verify", theory, out / "proofs")
        if verified.returncode:
            sys.exit(f"{image}: {verified.stdout.decode()[:500]}")
        counts["verified"] = counts.get("verified", 0) + 1


def main():
    tools, theory, folder = (pathlib.Path(word) for word in sys.argv[1:4])
    number = int(sys.argv[4])
    chosen = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    folder.mkdir(parents=True, exist_ok=True)
    image, spoiled = folder / "whole.lbm", folder / "spoiled.lbm"
    made = run(tools / "mplc", "--target=lbm", theory, "-o", image)
    if made.returncode:
        sys.exit(made.stdout.decode())
    data = image.read_bytes()
    text = run(tools / "lbm-asm", "-d", image).stdout.decode()
    code = data.index(b"mpl-program") - 4 - HEADER
    counts = {}
    for k in range(number):
        is_theory = k % 4 != 0
        spoiled.write_bytes(
            spoil_bytes(chosen, data, code if is_theory else len(data) - HEADER))
        judge(tools, spoiled, theory, folder, counts, is_theory)
    assembled = 0
    while assembled < number:
        (folder / "spoiled.txt").write_text(spoil_text(chosen, text))
        if run(tools / "lbm-asm", folder / "spoiled.txt", "-o", spoiled).returncode == 0:
            judge(tools, spoiled, theory, folder, counts, True)
        assembled += 1
    print(f"{2 * number} spoiled images: "
          + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())))


if __name__ == "__main__":
    main()
