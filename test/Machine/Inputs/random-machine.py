# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random theories on the simulated Logic Block machine and in native code.

    random-machine.py MPLC SIM VERIFY FOLDER FIRST COUNT [--host]

For each seed from FIRST on, a random theory (test/Random): the machine must leave the
same files, proofs included, as native code. With --host, native code is that of the
simulator's own host, which is quicker, as nothing is linked. Every third seed runs on
a machine that is too small for some blocks: then it must still end, what it proves must
be accepted by the checker, and nothing false be proved (it may well prove other things:
where a lemma is missing, the search goes another way). Exits 1 at the first seed that
fails and says which.
"""

import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


statements = load(HERE.parent.parent / "Random" / "Inputs" / "random-statements.py")
machine = load(HERE / "check-machine.py")
OPTIONS = ("--quiet", "--no-explore", "--depth=1", "--splits=1", "--firings=3000", "--threads=1")
SMALL = ("--row-bits=8", "--id-bits=5", "--demand-bits=5", "--merge-bits=2", "--nesting=2")


def proved(out):
    results = json.loads((out / "results.json").read_text())["conjectures"]
    return {c["name"] for c in results if c["status"] == "proved"}


def run(seed, mplc, sim, verify, folder, on_host):
    theory, image = folder / "random.mpl", folder / "random.lbm"
    source, false = statements.theory_of(seed)
    theory.write_text(source)

    def do(*command):
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if result.returncode not in (0, 1):
            statements.fail(seed, f"{command[0]}: {result.returncode}\n{result.stderr}")
        return result.returncode

    if do(mplc, "--target=lbm", theory, "-o", image) != 0:
        statements.fail(seed, "does not compile")
    native, found = folder / "native", folder / "machine"
    for out in (native, found):
        shutil.rmtree(out, ignore_errors=True)
    if seed % 3 == 0:
        do(sim, image, "--out", found, *OPTIONS, *SMALL)
        if do(verify, "--quiet", theory, found) != 0 or proved(found) & false:
            statements.fail(seed, "a small machine proves what it should not")
        return len(proved(found))
    if on_host:
        expected = do(sim, image, "--on-host", "--out", native, *OPTIONS)
    else:
        do(mplc, theory, "-o", folder / "random")
        expected = do(folder / "random", "--out", native, *OPTIONS)
    code = do(sim, image, "--out", found, *OPTIONS, *machine.SIZES)
    if code != expected:
        statements.fail(seed, f"exit code {code} and not {expected}")
    name = machine.difference(machine.files(native), machine.files(found))
    if name:
        statements.fail(seed, f"{name} differs")
    return len(proved(found))


def main():
    mplc, sim, verify, folder, first, count, *rest = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    total = sum(run(seed, mplc, sim, verify, folder, rest == ["--host"])
                for seed in range(int(first), int(first) + int(count)))
    print(f"{count} theories, {total} theorems, none differs")


if __name__ == "__main__":
    main()
