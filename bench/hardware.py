# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tables and plots about the Logic Block machine (docs/hardware.md, docs/rtl.md).

Each table is made by a function of its own; what several need is measured once.
"""

import collections
import functools
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys

import plot
from common import BIN, ROOT, THEORIES, run, table

# What docs/hardware.md looks at more closely.
EXPLORATION = "peano_laws"
BUILD = BIN.parent


def draw(name, text, options):
    options.plots.mkdir(parents=True, exist_ok=True)
    path = options.plots / f"{name}.svg"
    path.write_text(text)
    print(f"\nplot: {path}")


def is_there(tool, title):
    if shutil.which(tool):
        return True
    print(f"\n## {title}: {tool} is not there (scripts/setup --with-hardware)")
    return False


def build(*tools):
    """Tools that are no part of a usual build."""
    subprocess.run(["cmake", "--build", BUILD, "--target", *tools], check=True,
                   stdout=subprocess.DEVNULL)


def image_of(name, folder):
    image = folder / f"{name}.lbm"
    run([BIN / "mplc", "--target=lbm", ROOT / "mpl" / f"{name}.mpl", "-o", image])
    return image


def user_seconds(command, limit=resource.RLIM_INFINITY):
    """Exit code, output, and seconds of processor time of one run; the code is below 0 if
    it takes more of them than `limit`."""
    def set_limit():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, preexec_fn=set_limit)
    return (result.returncode, result.stdout,
            resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)


#===--- The model -------------------------------------------------------------===#


def simulate(theory, folder, options):
    """Statistics of one run on the machine, with the seconds that simulation took; None
    if native code takes longer than this is worth."""
    program, stats = folder / theory.stem, folder / "stats.json"
    if run([BIN / "mplc", theory, "-o", program])[1] != 0:
        return None
    native = [program, "--out", folder / "out", "--quiet", "--threads=1"]
    seconds, search = [], []
    for _ in range(3):
        code, _, taken = user_seconds(native, options.native_limit)
        if code < 0:
            return None
        results = json.loads((folder / "out" / "results.json").read_text())
        seconds.append(taken)
        search.append(results["statistics"]["seconds"])
        if taken > 1:
            break
    command = [BIN / "lbm-sim", image_of(theory.stem, folder), "--out", folder / "out.lbm",
               "--quiet", "--threads=1", f"--machine-stats={stats}"]
    simulated_code, _, simulated = user_seconds(command)
    result = json.loads(stats.read_text())
    result.update(theory=theory.stem, native=min(seconds), search=min(search), simulated=simulated,
                  agrees=code == simulated_code)
    return result


def theories(folder, options):
    """Statistics of all theories that are worth it; measured once."""
    if not hasattr(options, "measured"):
        found = (simulate(t, folder, options) for t in THEORIES)
        options.measured = [r for r in found if r and r["blocks"]]
    return options.measured


# How a grid is used: whether blocks run by themselves, and whether the network is better
# than the one of hardware/rtl.
AS_BUILT, EAGER, NETWORK = (False, False), (True, False), (True, True)
HOW = {AS_BUILT: ("", "an attempt on one core"), EAGER: ("-eager", "each block by itself (--eager)"),
       NETWORK: ("-network", "also with --multicast --buffered")}


def grid_of(result, cores, how=AS_BUILT):
    return next(g for g in result["grids"]
                if g["cores"] == cores and (g["eager"], g["multicast"]) == how)


def percent(part):
    return f"{100 * part:.1f} %"


def table_cycles(found, options):
    table(
        "Logic Block machine: one core, the sizes of docs/lbm.md",
        ["theory", "theorems", "blocks", "million cycles", "cycles a theorem", "instructions a theorem",
         "cycles a firing", "firings a cycle", "cycles an instruction", "words a block",
         "million cycles/s simulated", "native ms"],
        [[r["theory"], r["theorems"], r["blocks"], f"{r['cycles'] / 1e6:.1f}",
          r["cycles"] // max(r["theorems"], 1), r["instructions"] // max(r["theorems"], 1),
          f"{r['cycles'] / max(r['firings'], 1):.1f}", f"{r['firings'] / r['cycles']:.4f}",
          f"{r['cycles'] / max(r['instructions'], 1):.2f}",
          (r["words_in"] + r["words_out"]) // r["blocks"],
          f"{r['cycles'] / max(r['simulated'], 1e-3) / 1e6:.0f}",
          f"{1000 * r['native']:.0f}"] for r in found],
    )


def table_causes(found, options):
    causes = list(found[0]["where_cycles_go"])
    sums = collections.Counter()
    for r in found:
        sums.update(r["where_cycles_go"])
    causes.sort(key=lambda name: -sums[name])
    shares = {r["theory"]: {name: 100 * r["where_cycles_go"][name] / r["cycles"] for name in causes}
              for r in found}
    whole = sum(r["cycles"] for r in found)
    shares["all"] = {name: 100 * sums[name] / whole for name in causes}
    table(f"Where the cycles of a core go, {len(found)} theories", ["", "share", *(
        f"in {name}" for name in (EXPLORATION, "sort_laws") if name in shares)],
          [[name, f"{shares['all'][name]:.1f} %", *(
              f"{shares[t][name]:.1f} %" for t in (EXPLORATION, "sort_laws") if t in shares)]
           for name in causes])
    draw("lbm-cycles", plot.bars("Where the cycles of a core go", shares), options)


def table_memory(found, options):
    rows, curves = [], {}
    for r in found:
        block, memory = r["a_block"], r["memory_bits_for"]
        spread = lambda key: "/".join(str(block[key][p]) for p in ("median", "p99", "largest"))
        rows.append([r["theory"], *(spread(k) for k in ("ids", "rows", "demands", "program")),
                     "/".join(f"{memory[p] / 1e3:.0f}" for p in ("median", "p99", "largest")),
                     ", ".join(f"{n} by {name}" for name, n in r["ended_by"].items())])
        curves[r["theory"]] = [(memory[p] / 1e3, part) for p, part in
                               (("median", 50), ("p90", 90), ("p99", 99), ("largest", 100))]
    table("Memory of a block: median/99 %/largest", ["theory", "ids", "rows", "waiting demands",
          "instructions", "memory for these, kbit", "ended"], rows)
    chosen = {r["theory"]: curves[r["theory"]] for r in largest(found)}
    draw("lbm-memory", plot.lines("Blocks that a memory serves", "kbit a core", "% of the blocks",
                                  chosen), options)


def largest(found):
    """The theories with most cycles, by name: as many as a plot shows well."""
    most = sorted(found, key=lambda r: -r["cycles"])[:12]
    return sorted(most, key=lambda r: r["theory"])


def table_grids(found, options):
    sides = [g["cores"] for g in found[0]["grids"] if not g["eager"]]
    for how, (suffix, words) in HOW.items():
        alone = {r["theory"]: grid_of(r, 1)["cycles"] for r in found}
        speed = {r["theory"]: [(n, alone[r["theory"]] / grid_of(r, n, how)["cycles"])
                               for n in sides] for r in found}
        table(f"Speed-up over one core: {words}", ["theory", *map(str, sides)],
              [[name, *(f"{y:.1f}" for _, y in values)] for name, values in speed.items()])
        draw(f"lbm-speed-up{suffix}",
             plot.lines(f"Speed-up: {words}", "cores", "times one core",
                        {r["theory"]: speed[r["theory"]] for r in largest(found)}, log_y=True),
             options)
    network = {}
    for r in found:
        if r["theory"] != EXPLORATION:
            continue
        for how, (suffix, words) in HOW.items():
            grids = [grid_of(r, n, how) for n in sides]
            core = [g["idle_of_core"] for g in grids]
            table(f"{EXPLORATION} on a grid: {words}",
                  ["cores", "million cycles", "idle", "of the busiest core", "of the median core",
                   "port busy", "links busy"],
                  [[g["cores"], f"{g['cycles'] / 1e6:.1f}", percent(g["idle"]), percent(c["least"]),
                    percent(c["median"]), percent(g["port_load"]), f"{100 * g['link_load']:.2f} %"]
                   for g, c in zip(grids, core)])
            causes = list(grids[0]["time_of_cores"])
            table(f"{EXPLORATION} on a grid: the time of all cores, {words}", ["cores", *causes],
                  [[g["cores"], *(percent(g["time_of_cores"][c]) for c in causes)] for g in grids])
            draw(f"lbm-time{suffix}",
                 plot.bars(f"{EXPLORATION}: the time of all cores, {words}",
                           {str(g["cores"]): {c: 100 * g["time_of_cores"][c] for c in causes}
                            for g in grids}), options)
            for key, name in (("port_load", "host's port"), ("link_load", "links")):
                network[name + suffix.replace("-", ", ")] = [
                    (g["cores"], 100 * g[key]) for g in grids]
    if network:
        draw("lbm-network", plot.lines(f"{EXPLORATION}: load of the network", "cores", "% busy",
                                       network), options)


def bench_lbm(folder, options):
    found = theories(folder, options)
    for make in (table_cycles, table_causes, table_memory, table_grids):
        make(found, options)
    return all(r["agrees"] for r in found)


def bench_lbm_random(folder, options):
    script = ROOT / "test" / "Machine" / "Inputs" / "random-machine.py"
    result = subprocess.run([sys.executable, script, BIN / "mplc", BIN / "lbm-sim", BIN / "mpl-verify",
                             folder, "1", str(options.theories), "--host"], stdout=subprocess.PIPE, text=True)
    print("\n## Random theories\n\n" + result.stdout, end="")
    return result.returncode == 0


#===--- SystemVerilog ---------------------------------------------------------===#


def bench_rtl(folder, options):
    """The verilated core: how fast it is simulated. Grids of it: how far the model of a
    grid is from them."""
    if not is_there("verilator", "RTL"):
        return True
    build("lbm-rtl-sim", "lbm-rtl-replay", "lbm-rtl-replay16")
    rows, good = [], True
    for name in ("group", "six_laws"):
        image = image_of(name, folder)
        _, output, seconds = user_seconds([BIN / "lbm-rtl-sim", image, "--threads=1",
                                           "--no-explore", "--out", folder / "out"])
        found = re.search(r"rtl: (\d+) cycles", output)
        good &= found is not None
        if found:
            rows.append([name, found[1], f"{int(found[1]) / seconds / 1e6:.2f}"])
    table("RTL: one core and its model, one thread", ["theory", "cycles", "million cycles/s"], rows)
    rows = []
    for tool, names in (("lbm-rtl-replay", ("group", "six_laws", "natural_order", "list")),
                        ("lbm-rtl-replay16", ("natural_order", "list"))): # Slow.
        for name in names:
            _, output, seconds = user_seconds([BIN / tool, image_of(name, folder), "--no-explore",
                                               "--quiet", "--out", folder / "out"])
            found = re.search(r"replay: (\d+) cores, (\d+) blocks, rtl (\d+) cycles, model (\d+)",
                              output)
            good &= found is not None
            if found:
                cores, blocks, rtl, model = map(int, found.groups())
                rows.append([name, cores, blocks, rtl, model, f"{100 * (model / rtl - 1):+.1f} %",
                             f"{rtl / seconds / 1e3:.0f}"])
    table("RTL: grids of cores, cycle by cycle, and what the model of a grid says",
          ["theory", "cores", "blocks", "cycles", "model", "differs by",
           "thousand cycles/s"], rows)
    return good


def synthesise(*arguments):
    """What hardware/synth/run prints, by name."""
    result = subprocess.run([sys.executable, ROOT / "hardware" / "synth" / "run", *arguments],
                            stdout=subprocess.PIPE, text=True)
    return {name.strip(): value for name, value in
            re.findall(r"^(.{18})(.+)$", result.stdout, re.M)} if result.returncode == 0 else {}


@functools.cache
def placed():
    return synthesise("ice40")


def bench_synthesis(folder, options):
    if not is_there("yosys", "Synthesis"):
        return True
    parts = {"core": synthesise("gates"), "small core": synthesise("gates", "--small"),
             "router": synthesise("gates", "--top", "lbm_router"),
             "mailbox": synthesise("gates", "--top", "lbm_mailbox")}
    keys = ("gates", "flip-flops", "memory bits", "synchronous", "read at once", "longest path")
    table("Synthesis: gates of two inputs, memories apart", ["", *keys],
          [[name, *(part.get(key, "failed") for key in keys)] for name, part in parts.items()])
    good = all("gates" in part for part in parts.values())
    if is_there("nextpnr-ice40", "Place and route"):
        table("Place and route: the small core on an iCE40 HX8K", ["", ""],
              [[key, value] for key, value in placed().items() if key != "sizes"])
        good &= "clock" in placed()
    return good


def clock(options):
    """MHz: as asked for, or as the small core was placed."""
    if options.clock:
        return options.clock
    found = re.match(r"[0-9.]+", placed().get("clock", "")) if shutil.which("nextpnr-ice40") else None
    return float(found[0]) if found else None


def bench_throughput(folder, options):
    """Theorems a second. A model: the clock is that of a small core on a small FPGA, the
    cycles are those of cores that do not fit there, the host takes no time but what the
    grid counts."""
    mhz = clock(options)
    if not mhz:
        print("\n## Throughput: no clock (--clock MHz, or scripts/setup --with-hardware)")
        return True
    found = [r for r in theories(folder, options) if r["theorems"]]
    def rate(r, cores, how):
        return r["theorems"] * mhz * 1e6 / grid_of(r, cores, how)["cycles"]
    def native(r):
        return r["theorems"] / max(r["search"], 1e-6)
    table(f"Theorems a second if all cores ran at {mhz:g} MHz: a model, not a measurement",
          ["theory", "one core", "16 cores", "16 cores, eager", "64 cores, eager, better network",
           "native, one thread (measured)", "clock at which 16 eager cores are as fast, MHz"],
          [[r["theory"], *(f"{rate(r, *grid):.0f}" for grid in (
              (1, AS_BUILT), (16, AS_BUILT), (16, EAGER), (64, NETWORK))),
            f"{native(r):.0f}", f"{mhz * native(r) / rate(r, 16, EAGER):.0f}"] for r in found])
    curves = {}
    for r in found:
        if r["theory"] in (EXPLORATION, "bool_laws", "peano"):
            sides = [g["cores"] for g in r["grids"] if not g["eager"]]
            curves[r["theory"]] = [(n, rate(r, n, EAGER)) for n in sides]
            curves[f"{r['theory']}, native"] = [(n, native(r)) for n in sides]
    draw("lbm-theorems", plot.lines(f"Theorems a second, cores at {mhz:g} MHz (a model)", "cores",
                                    "theorems a second", curves, log_y=True), options)
    return True


def read_coverage(paths):
    """Counts by (module, kind, place) of Verilator's coverage files."""
    counts = collections.Counter()
    for path in paths:
        for line in path.read_text(errors="replace").splitlines():
            found = re.match(r"C '(.*)' (\d+)$", line)
            if not found:
                continue
            keys = dict(part.split("\x02", 1) for part in found[1].split("\x01") if "\x02" in part)
            kind, _, module = keys["page"].partition("/")
            place = (keys.get("l"), keys.get("n"), keys.get("o"))
            counts[module.split("__")[0], kind, place] += int(found[2])
    return counts


def bench_coverage(folder, options):
    """Built on demand: the tools with coverage are no part of a usual build."""
    if not is_there("verilator", "Coverage"):
        return True
    tools = ["lbm-rtl-sim-coverage", "lbm-rtl-random-coverage"]
    build(*tools)
    data = folder / "coverage"
    for sizes, count in (("small", 300), ("wide", 20), ("default", 20)):
        subprocess.run([BIN / tools[1], "--count", str(count), f"--sizes={sizes}",
                        f"--coverage={data}.{sizes}"], check=True, stdout=subprocess.DEVNULL)
    for name in ("group", "six_laws"):
        run([BIN / tools[0], image_of(name, folder), "--threads=1", "--no-explore", "--out",
             folder / "out", f"--coverage={data}.{name}"])
    counts = read_coverage(folder.glob("coverage.*"))
    rows = []
    modules = sorted({module for module, _, _ in counts})
    for module in [*modules, None]:
        row = [module or "all"]
        for kind in ("v_line", "v_toggle"):
            points = [n for (m, k, _), n in counts.items() if k.startswith(kind) and module in (m, None)]
            hit = sum(n > 0 for n in points)
            row += [f"{hit}/{len(points)}", f"{100 * hit / len(points):.1f}" if points else ""]
        rows.append(row)
    table("Coverage of the core in SystemVerilog",
          ["module", "lines", "%", "toggles", "%"], rows)
    return True


BENCHES = {
    "lbm": bench_lbm,
    "lbm-random": bench_lbm_random,
    "rtl": bench_rtl,
    "synthesis": bench_synthesis,
    "throughput": bench_throughput,
    "coverage": bench_coverage,
}
