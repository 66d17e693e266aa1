# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check-theory.py BIN THEORIES NAME WORK

Compiles THEORIES/NAME.mpl, runs it with several numbers of threads and checks
all that a run promises (docs/output.md): verdicts as in NAME.expected, proofs
that the checker accepts, the same files whatever the number of threads.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

THREADS = (1, 2, 5)
# No measure of speed, for machines of any kind: bounds that only a search
# that went astray exceeds.
SECONDS, MEGABYTES = 10, 500

binaries, theories, name, work = sys.argv[1:]
binaries, theory = pathlib.Path(binaries), pathlib.Path(theories) / f"{name}.mpl"
work = pathlib.Path(work)
expected = dict(line.split() for line in
                theory.with_suffix(".expected").read_text().splitlines())
contradictory = name == "inconsistent"
PROVED_KEYS = {"name", "status", "method", "seconds", "steps"}
REFUTED_KEYS = {"name", "status", "statement", "seconds", "values", "refuted_by"}
STATISTICS = {"seconds": (int, float), "cycles": int, "attempts": int, "blocks": int,
              "firings": int, "slow_firings": int, "rules_kept": int,
              "largest_block_rows": int}
LISTS = {"block_rows", "phases"}
LIMITS = {"search exhausted", "firings", "memory", "blocks", "a part is open"}


def require(condition, *what):
    if not condition:
        sys.exit(f"{name}: " + " ".join(map(str, what)))


def run(*command, code=0):
    result = subprocess.run([str(word) for word in command], cwd=work,
                            capture_output=True, text=True, timeout=300)
    require(result.returncode == code, *command, "ended with", result.returncode,
            "and not with", code, "\n" + result.stdout + result.stderr)
    return result


def files(folder):
    """All files by name; results.json without its times."""
    contents = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            contents[str(path.relative_to(folder))] = path.read_bytes()
    text, times = re.subn(rb'"seconds": [^,\n]*', b'"seconds"',
                          contents["results.json"])
    contents["results.json"] = text
    return contents


def statements(path, kind="conjecture"):
    return re.findall(rf"^\({kind} (\S+) ", path.read_text(), re.MULTILINE)


def check_json(out):
    result = json.loads((out / "results.json").read_text())
    stopped = {"stopped"} if contradictory else set()
    require(set(result) == {"version", "theory", "conjectures", "statistics"} | stopped,
            "results.json has", set(result))
    require(result["version"] == 2, "version is", result["version"])
    stated = re.search(r"^\(theory ([^\s\[]+)\[", theory.read_text(), re.MULTILINE)[1]
    require(result["theory"] == stated, "theory is", result["theory"])
    statistics = result["statistics"]
    require(set(statistics) == set(STATISTICS) | LISTS, "statistics are", set(statistics))
    for key, kind in STATISTICS.items():
        require(isinstance(statistics[key], kind) and statistics[key] >= 0,
                key, "is", statistics[key])
    require(sum(statistics["block_rows"]) == statistics["blocks"], statistics)
    require(len(statistics["block_rows"]) == (statistics["blocks"] > 0) *
            max(statistics["largest_block_rows"], 1).bit_length(), statistics)
    require(sum(phase["seconds"] for phase in statistics["phases"])
            <= statistics["seconds"] + 1, "phases take", statistics["phases"])
    require(statistics["slow_firings"] == 0, statistics["slow_firings"], "slow firings")
    require(statistics["seconds"] < SECONDS, statistics["seconds"], "seconds")
    names = [c["name"] for c in result["conjectures"]]
    require(len(names) == len(set(names)), "conjectures twice:", names)
    whole = [c["name"] for c in result["conjectures"] if is_stated(c)
             and not is_claim(c["name"])]
    require(sorted(whole) == sorted(expected), "conjectures are", whole)
    return result


def is_stated(entry):
    """Not a candidate of exploration, not an instance that contradicts."""
    return "explored" not in entry and "refutation" not in entry


def is_claim(conjecture):
    """One of several claims of a statement: NAME.1, NAME.2 and so on."""
    return conjecture not in expected and re.sub(r"\.[0-9]+$", "", conjecture) in expected


def proof_file(conjecture):
    return conjecture + ".proof"


def check_conjecture(entry, out, seconds):
    if entry["status"] == "open":
        require(set(entry) - {"tried", "nearest"} == {"name", "status", "limit"}, entry)
        require("tried" not in entry or not is_stated(entry) or
                re.match(r"[0-9]+ attempts?, with up to|no attempt", entry["tried"]), entry)
        require(entry["limit"] in LIMITS, entry)
        return
    if entry["status"] == "refuted":
        searched = {"model"} if "model" in entry else set()
        require(set(entry) == REFUTED_KEYS | searched, entry)
        require(all(isinstance(v, str) for v in entry["values"].values()), entry)
        return
    extra = set(entry) & {"refutation", "negation"}
    require(set(entry) == PROVED_KEYS | extra, entry)
    require(re.fullmatch(r"direct|cases|parts|values|completion|induction on \S+", entry["method"]),
            entry)
    require(0 <= entry["seconds"] <= seconds, entry)
    proof = (out / "proofs" / proof_file(entry["name"])).read_text()
    steps = len(re.findall(r"^[0-9]+ ", proof, re.MULTILINE))
    require(entry["steps"] == steps, entry, "but the proof has", steps, "steps")


def check_contradiction(out, result, log):
    require(result["stopped"] == "contradictory axioms", result["stopped"])
    require("contradict" in log.stderr, log.stderr)
    require([p.name for p in (out / "proofs").iterdir()] == ["contradiction.proof"],
            "there is more than contradiction.proof, or less")
    listed = run(binaries / "mpl-verify", "--list", theory, out).stdout
    require("1 accepted, 0 rejected" in listed, listed)
    require(all(c["status"] == "open" and c["limit"] == "contradictory axioms"
                for c in result["conjectures"]), "verdicts from contradictory axioms")


def check_run(out, log):
    result = check_json(out)
    if contradictory:
        return check_contradiction(out, result, log)
    seconds = result["statistics"]["seconds"]
    # Candidates are the business of other tests: here is what was stated.
    entries = [c for c in result["conjectures"] if "explored" not in c]
    for entry in entries:
        check_conjecture(entry, out, seconds)
    found = {c["name"]: c["status"] for c in entries
             if is_stated(c) and not is_claim(c["name"])}
    require(found == expected, "verdicts differ:",
            {n: v for n, v in found.items() if v != expected[n]})
    theorems = [c["name"] for c in result["conjectures"] if c["status"] == "proved"]
    opened = [c["name"] for c in result["conjectures"] if c["status"] == "open"]
    models = [c["name"] for c in entries if c["status"] == "refuted"
              and "model" in c and not is_claim(c["name"])]
    files = list(map(proof_file, theorems)) + [m + ".model" for m in models]
    require(sorted(p.name for p in (out / "proofs").iterdir()) == sorted(files),
            "proofs are not those of theorems")
    verified = run(binaries / "mpl-verify", "--list", theory, out)
    require(verified.stdout.endswith(f"{len(files)} accepted, 0 rejected\n"),
            verified.stdout + verified.stderr)
    refuted = re.findall(r"refutes '(\S+)'$", verified.stdout, re.MULTILINE)
    require(sorted(refuted) == sorted(n for n, v in expected.items() if v == "refuted"),
            "refuted, says the checker:", refuted)
    require(log.stderr == "", log.stderr)
    printed = dict(re.findall(r"^(?:proved|refuted|open) +(\S+) \((.*)\)$", log.stdout,
                              re.MULTILINE))
    said = {c["name"]: c.get("method", c.get("limit")) for c in entries if is_stated(c)}
    said |= {c["name"]: ", ".join(f"{n} = {v}" for n, v in c["values"].items())
             for c in entries if c["status"] == "refuted"}
    require(printed == said, "printed:\n" + log.stdout)
    # What is written is MPL that says the same: the proofs prove it, too.
    negations = {c["name"] for c in entries if "negation" in c}
    require(sorted(statements(out / "theorems.mpl")) == sorted(set(theorems) - negations),
            "theorems.mpl")
    require(statements(out / "open.mpl") == opened, "open.mpl")
    for written in ("theorems.mpl", "open.mpl"):
        run(binaries / "mplc", out / written, "--emit=ast")
    if theorems:
        run(binaries / "mpl-verify", out / "theorems.mpl", out)


if any((work / kept).exists() for kept in (".git", "CMakeLists.txt")):
    sys.exit(f"{work} is no folder to clear")
if work.exists():
    shutil.rmtree(work)
work.mkdir(parents=True)
run(binaries / "mplc", theory, "-o", work / name)
code = 3 if contradictory else int(set(expected.values()) != {"proved"})
first = None
for threads in THREADS:
    out = work / f"threads{threads}"
    log = run(work / name, "--out", out, f"--threads={threads}", "--stats", code=code)
    check_run(out, log)
    if memory := re.search(r"memory +([0-9.]+) MB", log.stdout):
        require(float(memory[1]) < MEGABYTES, memory[1], "MB")
    if first is None:
        first = files(out)
    for file in sorted(first.keys() | files(out).keys()):
        require(first.get(file) == files(out).get(file), file,
                "differs between 1 and", threads, "threads")
quiet = run(work / name, "--quiet", "--out", work / "quiet", code=code)
require(quiet.stdout == "", "--quiet prints\n" + quiet.stdout)
require(files(work / "quiet") == first, "--quiet changes files")
