# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""bench/run search and neighbours: what the search does, counted in rule firings.

Firings do not depend on the load of the machine, and hardly on the machine.
"""

import json
import re
import subprocess

from common import BIN, ROOT, table

BUDGET = 30_000_000  # Firings of a run; a goal beyond that counts as open.


def verdicts(source, folder, name, *options):
    """The statuses of stated conjectures by name, and the run's statistics."""
    theory, program, out = (folder / (name + s) for s in (".mpl", "", ".out"))
    theory.write_text(source)
    subprocess.run([BIN / "mplc", theory, "-o", program], check=True)
    subprocess.run([program, "--quiet", "--out", out, *options],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    results = json.loads((out / "results.json").read_text())
    stated = {c["name"]: c["status"] for c in results["conjectures"]
              if not any(k in c for k in ("explored", "ground", "refutation"))}
    return stated, results["statistics"]


def families():
    """Goals that share their definitions: {source without conjectures: conjectures}."""
    result = {}
    for path in sorted((ROOT / "bench/goals").glob("*.mpl")):
        text = re.sub(r"//[^\n]*\n", "\n", path.read_text())
        start = text.index("(conjecture ")
        head, conjecture = text[:start], text[start:].strip()
        if conjecture.count("(conjecture ") != 1:
            continue
        head = re.sub(r'"([^"]*\.mpl)"',
                      lambda m: '"%s"' % (path.parent / m[1]).resolve(), head)
        head = re.sub(r"\s+", " ", head).replace("Goal[", "Family[").strip()
        head = re.sub(r"\(theory \w+\[", "(theory Family[", head)
        result.setdefault(head, []).append(conjecture)
    return {head: goals for head, goals in result.items() if len(goals) > 1}


def bench_neighbours(folder, options):
    """Goals of bench/goals over the same definitions: stated together, and each alone."""
    rows = []
    decided_alone = decided_together = 0
    for number, (head, goals) in enumerate(sorted(families().items())):
        alone_firings, alone = 0, {}
        budget = ["--threads", "1", "--cpu-budget", str(BUDGET)]
        for k, goal in enumerate(goals):
            stated, statistics = verdicts(f"{head}\n{goal}\n", folder, f"f{number}_{k}",
                                          *budget)
            alone.update(stated)
            alone_firings += statistics["firings"]
        budget[-1] = str(BUDGET * len(goals))
        together, statistics = verdicts(head + "\n" + "\n".join(goals) + "\n", folder,
                                        f"f{number}", *budget)
        lost = [n for n in alone if alone[n] != "open" and together.get(n) != alone[n]]
        decided_alone += sum(s != "open" for s in alone.values())
        decided_together += sum(s != "open" for s in together.values())
        rows.append([len(goals), sum(s != "open" for s in alone.values()),
                     sum(s != "open" for s in together.values()), alone_firings,
                     statistics["firings"],
                     f"{statistics['firings'] / max(alone_firings, 1):.2f}",
                     ", ".join(lost)])
    table("Goals over the same definitions, each alone and all together",
          ["goals", "decided alone", "together", "firings alone", "together", "ratio",
           "lost together"], rows)
    print(f"{decided_alone} decided alone, {decided_together} together")


def bench_search(folder, options):
    """Firings, attempts and blocks of explorations."""
    rows = []
    for name in ("peano_laws", "list_laws", "sort_laws", "group_laws"):
        source = re.sub(r'\(import "([^"]*)"\)',
                        lambda m: '(import "%s")' % (ROOT / "mpl" / m[1]).resolve(),
                        (ROOT / "mpl" / f"{name}.mpl").read_text())
        _, s = verdicts(source, folder, name, "--threads", "1")
        rows.append([name, s["firings"], s["attempts"], s["blocks"], s["cycles"],
                     f"{s['attempts'] / max(s['cycles'], 1):.1f}"])
    table("Exploration", ["theory", "firings", "attempts", "blocks", "batches",
                          "mean batch"], rows)
