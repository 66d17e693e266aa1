#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether two builds say the same of theories, byte for byte but for times.

same.py OLD-BUILD NEW-BUILD [--options "..."] THEORY.mpl...
Compiles and runs each theory with both and compares all that is written: theorems,
open and refuted statements, proofs, and results.json without its times.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile


def untimed(value):
    """A copy of parsed JSON without what depends on the clock."""
    if isinstance(value, dict):
        return {k: untimed(v) for k, v in value.items() if k != "seconds"}
    if isinstance(value, list):
        return [untimed(v) for v in value]
    return value


def run(build, theory, folder, options):
    program = folder / "program"
    out = folder / "out"
    subprocess.run([build / "bin/mplc", theory, "-o", program], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([program, "--quiet", "--out", out, *options],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    files = {}
    for path in sorted(out.rglob("*")):
        if path.is_file():
            text = path.read_bytes()
            if path.name == "results.json":
                text = json.dumps(untimed(json.loads(text))).encode()
            files[str(path.relative_to(out))] = text
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("old", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("--options", default="--threads 1")
    parser.add_argument("theories", nargs="+", type=pathlib.Path)
    args = parser.parse_args()
    different = 0
    for theory in args.theories:
        with tempfile.TemporaryDirectory() as name:
            found = []
            for side, build in (("old", args.old), ("new", args.new)):
                folder = pathlib.Path(name) / side
                folder.mkdir()
                found.append(run(build, theory, folder, args.options.split()))
            old, new = found
            names = [n for n in sorted(set(old) | set(new)) if old.get(n) != new.get(n)]
            different += bool(names)
            print(f"{theory.stem}: " + (", ".join(names[:5]) or f"{len(new)} files alike"),
                  flush=True)
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
