# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-machine.py BIN THEORIES WORK NAME...

For each theory: the simulated Logic Block machine must leave what native code leaves,
file by file and proof by proof, with one core and with many, whatever the number of
threads of the simulation; and the checker must accept the proofs.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

RUNS = (("1", "1"), ("64", "2"))  # Cores, threads.
# Room for blocks of any size, so that no limit of the machine is met.
SIZES = ("--row-bits=18", "--id-bits=14", "--demand-bits=14", "--demand-row-bits=14",
         "--merge-bits=14")


def run(*command):
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                            timeout=300)
    return result


def files(folder):
    """All files by name; results.json without its times."""
    contents = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            text = path.read_bytes()
            if path.name == "results.json":
                text = re.sub(rb'"seconds": [^,\n]*', b'"seconds"', text)
                # Blocks that reason towards a goal are native in both, and the
                # machine's program has no kernels of its own for them.
                text = re.sub(rb'"slow_firings": [^,\n]*', b'"slow_firings"', text)
            contents[str(path.relative_to(folder))] = text
    return contents


def difference(expected, found):
    for name in sorted(set(expected) | set(found)):
        if expected.get(name) != found.get(name):
            return name
    return None


def check(binaries, theory, work):
    program, image = work / theory.stem, work / f"{theory.stem}.lbm"
    for command in ([binaries / "mplc", theory, "-o", program],
                    [binaries / "mplc", "--target=lbm", theory, "-o", image]):
        compiled = run(*command)
        if compiled.returncode != 0:
            sys.exit(f"{theory.stem} does not compile\n{compiled.stderr}")
    native = run(program, "--out", work / "native", "--threads=1", "--quiet")
    statistics = set()
    for cores, threads in RUNS:
        out, stats = work / "machine", work / "stats.json"
        shutil.rmtree(out, ignore_errors=True)
        found = run(binaries / "lbm-sim", image, "--out", out, f"--threads={threads}",
                    f"--cores={cores}", "--quiet", f"--machine-stats={stats}", *SIZES)
        if found.returncode != native.returncode:
            sys.exit(f"{theory.stem}: exit code {found.returncode} and not "
                     f"{native.returncode}\n{found.stderr}")
        name = difference(files(work / "native"), files(out))
        if name:
            sys.exit(f"{theory.stem}: {name} differs with {cores} cores, {threads} threads")
        numbers = json.loads(stats.read_text())
        statistics.add((numbers["cycles"], numbers["instructions"], numbers["words_in"],
                        json.dumps(numbers["grids"]), json.dumps(numbers["a_block"]),
                        json.dumps(numbers["states"])))
    if len(statistics) != 1:
        sys.exit(f"{theory.stem}: statistics depend on cores or threads")
    if native.returncode in (0, 1):
        checked = run(binaries / "mpl-verify", theory, work / "machine")
        if checked.returncode != 0:
            sys.exit(f"{theory.stem}: {checked.stdout}{checked.stderr}")


def main():
    binaries, theories, work, *names = sys.argv[1:]
    work = pathlib.Path(work)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in names:
        check(pathlib.Path(binaries), pathlib.Path(theories) / f"{name}.mpl", work)
    print(f"{len(names)} theories, the same on the machine")


if __name__ == "__main__":
    main()
