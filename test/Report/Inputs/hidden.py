#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""hidden.py BIN FOLDER: a theory of names with control and direction-changing
characters; its report, its export, and damaged and endless files beside them."""

import os
import pathlib
import shutil
import subprocess
import sys

HIDDEN = "\u202e \u2066 \u200f \u061c \u0085 \u2028 \ufeff \U000e0041".split(" ")
SHOWN = ["202E", "2066", "200F", "061C", "0085", "2028", "FEFF", "E0041"]
KEPT = ["e\u0301", "a\u200db"]


def run(*command, code=0):
    result = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            timeout=120)
    if result.returncode != code:
        sys.exit(f"{command}: {result.returncode}\n{result.stdout.decode()}")
    return result.stdout.decode()


def main():
    tools, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = [f"n{c}m" for c in HIDDEN] + KEPT
    theory = folder / "hidden.mpl"
    theory.write_text(
        f"(theory T\u202e[S,{','.join(names)}] (&(in[{names[0]},S])"
        + "".join(f"(in[{name},S])" for name in names) + "))\n"
        + "".join(f"(conjecture c{name} (in[{name},S]))\n" for name in names))
    out = folder / "run.out"
    run(tools / "mplc", theory, "-o", folder / "program")
    run(folder / "program", "--quiet", "--out", out)
    run(tools / "mpl-report", out)
    pages = "".join(page.read_text() for page in (out / "report").rglob("*.html"))
    exported = run(tools / "mpl-export", "--to=coq", out)
    for character, shown in zip(HIDDEN, SHOWN):
        if character in pages or character in exported:
            sys.exit(f"U+{shown} stands there as it is")
        if f"⟨U+{shown}⟩" not in pages:
            sys.exit(f"U+{shown} is not shown")
    for name in KEPT:
        if name not in pages:
            sys.exit(f"{name!r} is not shown as it is")

    # What never ends is refused, and so is what is no file or folder.
    for file in ("theorems.mpl", "results.json", "proofs/" + os.listdir(out / "proofs")[0]):
        for make in (os.mkfifo, lambda path: os.symlink("/dev/zero", path)):
            broken = folder / "broken.out"
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(out, broken)
            (broken / file).unlink()
            make(broken / file)
            for tool in (["mpl-report"], ["mpl-export", "--to=coq"]):
                said = run(tools / tool[0], *tool[1:], broken, code=1)
                if "cannot be read: it is no regular file" not in said:
                    sys.exit(f"{tool}, {file}: {said}")
    for command in (["mpl-report", "-"], ["mpl-report", out, "-o", "-"],
                    ["mpl-export", "--to=coq", "-"]):
        run(tools / command[0], *command[1:], code=2)
    if run(tools / "mpl-export", "--to=coq", out, "-o", "-") != exported:
        sys.exit("-o - is not standard output")


if __name__ == "__main__":
    main()
