# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-runtime.py BIN CHECK WORK

Checks of compiled programs: their options, exit codes and what they leave
behind when they are stopped (docs/output.md). CHECK is a function below.
"""

import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

INPUTS = pathlib.Path(__file__).resolve().parent
MPL = INPUTS.parent.parent.parent / "mpl"
LONG = ["--depth=3", "--splits=3", "--firings=100000000", "--threads=2"]

binaries, check, work = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])


def require(condition, *what):
    if not condition:
        sys.exit(" ".join(map(str, what)))


def run(*command, code=0, **more):
    result = subprocess.run([str(word) for word in command], cwd=work,
                            capture_output=True, text=True, timeout=300, **more)
    require(result.returncode == code, *command, "ended with", result.returncode,
            "and not with", code, "\n" + result.stdout + result.stderr)
    return result


def compiled(theory):
    run(binaries / "mplc", theory, "-o", work / theory.stem)
    return work / theory.stem


def results(out):
    return json.loads((out / "results.json").read_text())


def limits(out):
    return {c["limit"] for c in results(out)["conjectures"] if c["status"] == "open"}


def verified(theory, out):
    """How many proofs there are; each must be accepted, if theorems that it
    uses are known, too."""
    proofs = list((out / "proofs").glob("*.proof"))
    if proofs:
        text = run(binaries / "mpl-verify", theory, out).stdout
        require(text.endswith(f"{len(proofs)} accepted, 0 rejected\n"), text)
    return len(proofs)


def valid(theory, out):
    """A run that came to its end: all files there, and as one another say."""
    proved = [c["name"] for c in results(out)["conjectures"] if c["status"] == "proved"]
    proofs = sorted(p.name for p in (out / "proofs").iterdir())
    require(proofs == sorted(f"{n}.proof" for n in proved), proofs, proved)
    for name in ("theorems.mpl", "open.mpl"):
        run(binaries / "mplc", "--emit=ast", out / name)
    return verified(theory, out)


def options():
    program = compiled(MPL / "natural.mpl")
    out = work / "untouched"
    wrong = ["--bogus", "stray", "--threads=x", "--threads=-1", "--threads=1.5",
             "--time-limit=-1", "--time-limit=soon", "--memory-limit=-1",
             "--depth=0", "--depth=4", "--splits=4", "--splits=-1", "--firings=0",
             "--firings=-5", "--blocks=-1", "--blocks=many", "--threads", "--out"]
    for option in wrong:
        # An option that takes the next word as its value stands last.
        text = run(program, "--out", out, option, code=2)
        require(text.stderr, option, "is refused without a word")
        require(not out.exists(), option, "is refused after work has begun")
    for option in ("--threads=0", "--depth=1", "--depth=3", "--splits=0", "--splits=3",
                   "--blocks=0", "--time-limit=0", "--memory-limit=0", "--firings=1"):
        run(program, "--out", work / "out", option, code=1)
    for option in ("--help", "--version"):
        require(run(program, option).stdout, option)
    shown = run(program, "--help").stdout
    documented = re.findall(r"`(--[a-z-]+)", (INPUTS.parent.parent.parent /
                            "docs/output.md").read_text().split("## Exit codes")[0])
    for option in documented:
        require(option in shown, option, "is documented, but not in --help")
    for option in re.findall(r"--[a-z-]+", shown):
        require(option in documented, option, "is in --help, but not documented")
    # The default folder is named after the program and lies where it is run.
    run(program, code=1)
    require((work / "natural.out" / "results.json").exists(), "natural.out")


def time_limit():
    program = compiled(INPUTS / "long.mpl")
    # Less than anything takes: nothing is proved, and everything is open.
    run(program, *LONG, "--time-limit=0.000001", "--out", work / "none", code=1)
    require(limits(work / "none") == {"time"}, limits(work / "none"))
    require(results(work / "none")["stopped"] == "time", "stopped is not 'time'")
    valid(INPUTS / "long.mpl", work / "none")
    start = time.monotonic()
    run(program, *LONG, "--time-limit=0.5", "--out", work / "some", code=1)
    require(time.monotonic() - start < 10, "a limit of half a second took",
            time.monotonic() - start)
    require(limits(work / "some") == {"time"}, limits(work / "some"))
    valid(INPUTS / "long.mpl", work / "some")


def budgets():
    theory = MPL / "peano.mpl"
    program = compiled(theory)
    run(program, "--blocks=5", "--no-explore", "--out", work / "blocks", code=1)
    require(limits(work / "blocks") == {"blocks"}, limits(work / "blocks"))
    run(program, "--firings=10", "--no-explore", "--out", work / "firings", code=1)
    require(limits(work / "firings") <= {"firings", "search exhausted"}
            and "firings" in limits(work / "firings"), limits(work / "firings"))
    run(program, "--memory-limit=0.01", "--no-explore", "--out", work / "memory", code=1)
    require("memory" in limits(work / "memory"), limits(work / "memory"))
    run(program, "--out", work / "free", code=1)
    free = results(work / "free")
    counts = {}
    for name in ("blocks", "firings", "memory", "free"):
        counts[name] = valid(theory, work / name)
    for name in ("blocks", "firings", "memory"):
        require(counts[name] < counts["free"], name, "limits nothing:", counts)
        require(results(work / name)["statistics"]["firings"]
                < free["statistics"]["firings"], name, "saves no firings")
    rows = results(work / "memory")["statistics"]["largest_block_rows"]
    require(rows < free["statistics"]["largest_block_rows"], "rows without limit:", rows)
    run(program, "--splits=0", "--depth=1", "--no-explore", "--out", work / "small", code=1)
    require(valid(theory, work / "small") <= counts["free"], "less depth proves more")


def memory():
    """The limit holds for the process, within what code and libraries take. Tables of
    candidates are no blocks: nothing is explored."""
    program = compiled(INPUTS / "long.mpl")
    def peak(*options):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        child = subprocess.Popen([program, *LONG, "--time-limit=3", "--quiet",
                                  "--no-explore", "--out", work / "memory", *options])
        _, status, usage = os.wait4(child.pid, 0)
        require(os.waitstatus_to_exitcode(status) == 1, "exit", status)
        return usage.ru_maxrss / 1024
    base = peak("--memory-limit=0.01")
    require(peak("--memory-limit=8") < base + 3 * 8, "8 MB are exceeded beyond reason")


def output():
    program = compiled(MPL / "natural.mpl")
    (work / "file").write_text("")
    for out in ("/proc/no/such/folder", work / "file", work / "file" / "below"):
        result = run(program, "--out", out, code=5)
        require("error: " in result.stderr, result.stderr)
    # What a run does not write is left alone; what an earlier one wrote is not.
    out = work / "out"
    (out / "proofs").mkdir(parents=True)
    (out / "notes.txt").write_text("mine")
    (out / "proofs" / "stale.proof").write_text("old")
    # What a link leads to, and what somebody else keeps there, is left alone.
    (work / "kept").write_text("kept")
    (out / "proofs" / "link.proof").symlink_to((work / "kept").resolve())
    (out / "proofs.old").mkdir()
    (out / "proofs.old" / "notes").write_text("notes")
    # Nobody said that it is a run's folder.
    require("--force" in run(program, "--out", out, code=5).stderr, "not refused")
    require((out / "proofs" / "stale.proof").exists(), "refused, and written to")
    run(program, "--out", out, "--force", code=1)
    run(program, "--out", out, code=1)
    require((out / "notes.txt").read_text() == "mine", "notes.txt is gone")
    require(not (out / "proofs" / "stale.proof").exists(), "a stale proof is left")
    require(not (out / "proofs" / "link.proof").is_symlink(), "a link is left")
    require((work / "kept").read_text() == "kept", "a link was written through")
    require([p.name for p in (out / "proofs.old").iterdir()] == ["notes"], "proofs.old")
    valid(MPL / "natural.mpl", out)
    # Neither are links to folders followed, nor those at names of files.
    (work / "far").mkdir()
    (work / "far" / "mine.proof").write_text("mine")
    (work / "linked").mkdir()
    (work / "linked" / "proofs").symlink_to((work / "far").resolve())
    run(program, "--out", work / "linked", "--force", code=5)
    require([p.name for p in (work / "far").iterdir()] == ["mine.proof"], "followed")
    for name in ("results.json.part", "theorems.mpl.part", "results.json", "theorems.mpl"):
        (out / name).unlink(missing_ok=True)
        (out / name).symlink_to((work / "kept").resolve())
    run(program, "--out", out, code=1)
    require((work / "kept").read_text() == "kept", "a link was written through")
    valid(MPL / "natural.mpl", out)
    # The source's folder is none for output, whatever is said.
    (work / "source").mkdir()
    source = work / "source" / "theorems.mpl"
    source.write_text((MPL / "natural.mpl").read_text()
                      .replace('import "', f'import "{MPL}/'))
    text = source.read_bytes()
    for more in ((), ("--force",)):
        run(compiled(source), "--out", work / "source", *more, code=5)
    require(source.read_bytes() == text, "the source was overwritten")
    standard_output(program)


def standard_output(program):
    """Results are written whatever becomes of what is printed."""
    def ends(name, code, **more):
        child = subprocess.run([program, "--out", work / name], cwd=work, timeout=300,
                               stderr=subprocess.PIPE, text=True, **more)
        require(child.returncode == code, name, "ended with", child.returncode)
        valid(MPL / "natural.mpl", work / name)
        require((code == 5) == ("standard output" in child.stderr), child.stderr)
    with open("/dev/full", "w") as full:
        ends("full", 5, stdout=full)
    ends("closed", 5, preexec_fn=lambda: os.close(1))
    reading, writing = os.pipe()
    os.close(reading)
    ends("unread", 5, stdout=writing)
    os.close(writing)


def disk_full():
    program = compiled(MPL / "peano.mpl")
    limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                     resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)))
    out = work / "out"
    result = run(program, "--out", out, code=5, preexec_fn=limit)
    require("error: " in result.stderr, result.stderr)
    verify_whole(MPL / "peano.mpl", out)


def verify_whole(theory, out):
    """All proofs are whole: each ends with its last line. Theorems that a
    proof uses were written before it."""
    for path in (out / "proofs").glob("*.proof"):
        text = path.read_text()
        require(re.search(r"^qed [0-9]+\n\Z", text, re.MULTILINE), path, "is cut off")
    return verified(theory, out)


def started(program, out):
    """A run in its search: some proofs are there."""
    child = subprocess.Popen([program, *LONG, "--out", out], cwd=work,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(list((out / "proofs").glob("*.proof"))) < 3:
        require(child.poll() is None and time.monotonic() < deadline,
                "the search does not last")
        time.sleep(0.002)
    return child


def interrupt():
    program = compiled(INPUTS / "long.mpl")
    for number in (signal.SIGINT, signal.SIGTERM):
        out = work / number.name
        child = started(program, out)
        sent = time.monotonic()
        child.send_signal(number)
        code = child.wait(60)
        require(code == 4, number.name, "ends with", code)
        require(time.monotonic() - sent < 10, number.name, "takes long")
        result = results(out)
        require(result["stopped"] == "interrupt", result["stopped"])
        require(limits(out) == {"interrupt"}, limits(out))
        require(valid(INPUTS / "long.mpl", out) >= 3, "proofs are lost")


def twice():
    """A request that arrives twice is one, a later one ends the program."""
    program = compiled(INPUTS / "long.mpl")
    out = work / "twice"
    child = started(program, out)
    child.send_signal(signal.SIGTERM)
    child.send_signal(signal.SIGTERM)
    require(child.wait(60) == 4, "two signals end with", child.returncode)
    valid(INPUTS / "long.mpl", out)
    child = subprocess.Popen(["timeout", "3", binaries / "mplc", "run", "-O0",
                              INPUTS / "long.mpl", *LONG, "--out", work / "group"],
                             cwd=work, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    require(child.wait(60) == 124, "timeout ends with", child.returncode)


def kill():
    program = compiled(INPUTS / "long.mpl")
    chance = random.Random(1)
    written = 0
    for attempt in range(10):
        out = work / str(attempt)
        child = subprocess.Popen([program, *LONG, "--out", out], cwd=work,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        child.wait()
        if (out / "proofs").exists():
            written += verify_whole(INPUTS / "long.mpl", out)
    # At least one of the runs came as far as a proof, or nothing was tested.
    child = started(program, work / "last")
    child.kill()
    child.wait()
    require(verify_whole(INPUTS / "long.mpl", work / "last") >= 3, "proofs are lost")
    # The next run over the remains is as any other.
    run(program, "--time-limit=1", "--out", work / "last", code=1)
    valid(INPUTS / "long.mpl", work / "last")
    require(not list((work / "last").rglob("*.part")), "parts of files are left")


def vacuous():
    theory = INPUTS / "vacuous.mpl"
    result = run(compiled(theory), "--out", work / "out")
    line, text = next((number, line) for number, line
                      in enumerate(theory.read_text().splitlines(), 1)
                      if line.startswith("(conjecture never"))
    warnings = result.stderr.splitlines()
    require(len(warnings) == 1, result.stderr)
    place = re.fullmatch(r"(.*vacuous\.mpl):(\d+):(\d+): warning: the premises of "
                         r"conjecture 'never' can never hold", warnings[0])
    require(place and int(place[2]) == line and 1 <= int(place[3]) <= len(text), warnings[0])
    flags = {c["name"]: c.get("vacuous") for c in results(work / "out")["conjectures"]}
    require(flags == {"never": True, "sometimes": None}, flags)
    valid(theory, work / "out")


def assumed():
    theory = INPUTS / "assumed.mpl"
    run(compiled(theory), "--out", work / "out")
    names = [c["name"] for c in results(work / "out")["conjectures"]]
    require(names == ["neutral_left"], names)
    proof = (work / "out" / "proofs" / "neutral_left.proof").read_text()
    uses = re.search(r"^uses (.*)$", proof, re.MULTILINE)
    require(uses and uses[1].split() == ["swap"], proof)
    valid(theory, work / "out")
    # The proof does not stand without the assumption.
    bare = work / "bare.mpl"
    bare.write_text(theory.read_text().replace("(assume", "(conjecture")
                    .replace("../../../mpl", str(MPL)))
    result = run(binaries / "mpl-verify", bare, work / "out", code=1)
    require("0 accepted, 1 rejected" in result.stdout, result.stdout)


def run_command():
    mplc = binaries / "mplc"
    text = run(mplc, "run", MPL / "six_laws.mpl").stdout
    require("proved" in text, text)
    require(valid(MPL / "six_laws.mpl", work / "six_laws.out") == 12, "six_laws.out")
    run(mplc, "run", MPL / "natural.mpl", "--out", work / "n", code=1)
    run(mplc, "run", MPL / "natural.mpl", "--depth=9", code=2)
    run(mplc, "run", MPL / "inconsistent.mpl", code=3)
    run(mplc, "run", MPL / "natural.mpl", "--out", "/proc/no/such/folder", code=5)
    child = started_by(mplc, "run", INPUTS / "long.mpl", *LONG)
    child.send_signal(signal.SIGTERM)
    require(child.wait(60) == 4, "SIGTERM to mplc run: exit", child.returncode)
    valid(INPUTS / "long.mpl", work / "long.out")


def started_by(*command):
    child = subprocess.Popen([str(word) for word in command], cwd=work,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list((work / "long.out" / "proofs").glob("*.proof")):
        require(child.poll() is None and time.monotonic() < deadline,
                "the search does not last")
        time.sleep(0.002)
    return child


def install():
    prefix = work / "prefix"
    run(sys.argv[4], "--install", binaries.parent, "--prefix", prefix)
    installed = {str(p.relative_to(prefix)) for p in prefix.rglob("*") if p.is_file()}
    for tool in ("mplc", "mpl-verify"):
        require(f"bin/{tool}" in installed, tool, "is not installed:", sorted(installed))
    # Moved, it works as well: nothing refers to the build or the prefix.
    moved = work / "moved"
    prefix.rename(moved)
    run(moved / "bin" / "mplc", MPL / "natural.mpl", "-o", work / "natural")
    program = (work / "natural").read_bytes()
    run(work / "natural", code=1)
    text = run(moved / "bin" / "mpl-verify", MPL / "natural.mpl", "natural.out").stdout
    require(" accepted, 0 rejected" in text, text)
    # The library of theories comes along.
    (work / "library.mpl").write_text("(import <natural>)(theory T[N,z,s] "
                                      "(NaturalNumbers[N,z,s]))")
    run(moved / "bin" / "mplc", "--emit=ast", work / "library.mpl")
    # No path of the build is inside; LLVM is no part of it.
    require(str(binaries.parent).encode() not in program, "the build's path is inside")
    needed = run("ldd", work / "natural").stdout
    require("LLVM" not in needed and "MLIR" not in needed, needed)


if any((work / kept).exists() for kept in (".git", "CMakeLists.txt")):
    sys.exit(f"{work} is no folder to clear")
if work.exists():
    shutil.rmtree(work)
work.mkdir(parents=True)
globals()[check.replace("-", "_")]()
