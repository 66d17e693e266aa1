#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Uses a report as a reader does, in a real browser, from file://.

    check-browser.py BIN THEORY.mpl FOLDER
        Peano's axioms: search, filters, links to steps, keys, views, phone and
        dark; no page has an error in its console.

    check-browser.py BIN many FOLDER
        Reports of a thousand and of four thousand theorems: making, opening and
        searching them takes no more than in proportion.
"""

import json
import pathlib
import resource
import shutil
import subprocess
import sys

import browser


def require(condition, *what):
    if not condition:
        sys.exit(" ".join(str(word) for word in what))


def run(*command, code=0):
    result = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    require(code is None or result.returncode == code, *command, "\n" + result.stdout)


SHOWN = "[...document.querySelectorAll('#theorems > li:not([hidden]) > a')]" \
        ".map(a => a.textContent)"


def choose(page, field, value):
    page.run(f"(() => {{ const field = document.getElementById({json.dumps(field)});"
             f"field.value = {json.dumps(value)};"
             "field.dispatchEvent(new Event('input', {bubbles: true})); })()")
    return page.run(SHOWN)


def check_index(page, index, theorems):
    page.go(index)
    require(len(page.run(SHOWN)) == len(theorems), "the index shows", page.run(SHOWN))
    # What is one line stays one line high: brackets grow with some fonts.
    height, size = page.run(
        "[Math.max(...[...document.querySelectorAll('.say math')]"
        ".map(m => m.getBoundingClientRect().height)), "
        "parseFloat(getComputedStyle(document.body).fontSize)]")
    require(0 < height < 2 * size, "formulas are", height, "high")
    # By what it says, typed with spaces or without, and in ASCII.
    for query in ("commutativity of +", "a + b = b+a", "add_comm", "commutativity +"):
        found = choose(page, "q", query)
        require("add_commutative" in found and len(found) < 4, query, "finds", found)
    require("mul_associative" in choose(page, "q", "(a * b) * c"), "ASCII")
    require(choose(page, "q", "no such law") == [], "what is not there is found")
    require(page.run("document.getElementById('count').textContent")
            == f"0 of {len(theorems)} theorems", "the count")
    choose(page, "q", "")
    induction = [c["name"] for c in theorems if c["method"].startswith("induction")]
    found = choose(page, "method", "induction")
    require(sorted(found) == sorted(induction), "by induction:", found)
    choose(page, "method", "")
    found = choose(page, "kind", "refutation")
    require(found and all("refuted" in name for name in found), found)
    choose(page, "kind", "")
    small = choose(page, "size", "10")
    require(0 < len(small) < len(theorems), "at most 10 steps:", small)
    choose(page, "size", "")
    require(choose(page, "sort", "steps")[0] in small, "shortest first")
    choose(page, "sort", "")
    page.run("document.querySelector('[name=op][value=\"*\"]').click()")
    found = page.run(SHOWN)
    require("mul_commutative" in found and "add_commutative" not in found, found)
    page.run("document.getElementById('named').click()")
    found = choose(page, "q", "mul")
    require("mul_commutative" in found and "mul_successor_left" not in found, found)
    # What is chosen stands in the address.
    address = page.run("location.href")
    page.go(address)
    require(page.run(SHOWN) == found, "the address keeps", page.run(SHOWN))


STEP = "document.activeElement.closest?.('li[id]')?.id ?? ''"


def check_proof(page, index):
    page.go(index)
    page.run("document.querySelector('a[href=\"t/add_commutative.html\"]').click()")
    page.wait("location.href.endsWith('add_commutative.html')")
    require(page.run("document.querySelector('h1').textContent") == "add_commutative",
            page.run("location.href"))
    visible = page.run("[...document.querySelectorAll('.steps li')]"
                       ".filter(li => li.firstElementChild.offsetParent).map(li => li.id)")
    require(len(visible) > 5, "steps:", visible)
    page.key("j")
    require(page.run(STEP) == visible[0], "the first step, not", page.run(STEP))
    page.key("j")
    page.key("ArrowDown")
    require(page.run(STEP) == visible[2], "the third step, not", page.run(STEP))
    page.key("k")
    require(page.run(STEP) == visible[1], "back to", page.run(STEP))
    # A step that is cited is reached by its link, even in a closed block.
    page.run("document.querySelector('[data-do=collapse]').click()")
    closed = page.run("document.querySelectorAll('details.block[open]').length")
    require(closed == 0, closed, "blocks are open")
    user, used = page.run(
        "(() => { const link = document.querySelector("
        "'details.block:not(.fold) li:not(.fold) > .st > .why > a[href^=\"#s\"]');"
        "link.click(); return [link.closest('li').id, link.hash.slice(1)]; })()")
    require(used in visible and user in visible, user, "uses", used)
    require(page.run(STEP) == used, "the link leads to", page.run(STEP))
    require(page.run(f"document.getElementById('{used}').firstElementChild"
                     ".offsetParent !== null"), "the step is hidden")
    classes = f"document.getElementById('{{}}').className"
    require("here" in page.run(classes.format(used)), "the step is not marked")
    require("user" in page.run(classes.format(user)), "what uses it is not marked")
    page.run(f"document.getElementById('{user}').focus()")
    require("used" in page.run(classes.format(used)), "what is used is not marked")
    page.key("Enter")
    require(page.run(STEP) == used, "Enter leads to", page.run(STEP))
    page.key("b")
    require(page.run(STEP) == user, "b leads back to", page.run(STEP))
    # The address of a step opens what it is in.
    address = page.run("location.href").split("#")[0]
    page.go(f"{address}#{used}")
    require(page.run(STEP) == used, "the address leads to", page.run(STEP))
    # All steps, and their MPL.
    hidden = page.run("getComputedStyle(document.querySelector('li.fold')).display")
    page.key("a")
    shown = page.run("getComputedStyle(document.querySelector('li.fold')).display")
    require(hidden == "none" != shown, "folded steps:", hidden, shown)
    page.key("m")
    require(page.run("document.querySelector('li:not(.fold) > .mpl').offsetParent"
                     " !== null"), "MPL is hidden")
    page.key("?")
    require(page.run("!document.getElementById('help').hidden"), "no help")
    # What a screen reader is told.
    nodes = page.send("Accessibility.getFullAXTree")["nodes"]
    roles = {node.get("role", {}).get("value") for node in nodes}
    for role in ("main", "navigation", "heading", "list", "listitem", "toolbar"):
        require(role in roles, "no", role, "in", roles)


def check_looks(page, site):
    """Every page fits a phone, and has dark colours if these are preferred."""
    colour = "getComputedStyle(document.body).backgroundColor"
    for path in sorted(site.rglob("*.html")):
        page.go(path.as_uri())
        light = page.run(colour)
        page.send("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark"}])
        require(page.run(colour) != light, path, "is not dark")
        page.send("Emulation.setEmulatedMedia", features=[])
        page.send("Emulation.setDeviceMetricsOverride", width=360, height=700,
                  deviceScaleFactor=2, mobile=True)
        wide = page.run("document.documentElement.scrollWidth")
        require(wide <= 360, path, "is", wide, "wide on a phone")
        page.send("Emulation.clearDeviceMetricsOverride")
        # Formulas are laid out as formulas: a fraction or an index is not text.
        require(page.run("[...document.querySelectorAll('math')].every(m => "
                         "m.namespaceURI.endsWith('MathML'))"), path, "has no MathML")
    page.send("Emulation.setEmulatedMedia", media="print")
    require(page.run("getComputedStyle(document.querySelector('header')).display")
            == "none", "the navigation is printed")


def check_theory(tools, theory, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    out = folder / "run.out"
    run(tools / "mplc", theory, "-o", folder / "program")
    run(folder / "program", "--quiet", "--out", out, code=None)
    run(tools / "mpl-report", out)
    results = json.loads((out / "results.json").read_text())["conjectures"]
    theorems = [c for c in results if c["status"] == "proved"]
    index = (out / "report" / "index.html").resolve()
    with browser.Browser() as page:
        check_index(page, index.as_uri(), theorems)
        check_proof(page, index.as_uri())
        check_looks(page, index.parent)
        require(not page.errors, "errors:", page.errors)
    print(f"{len(theorems)} theorems, no errors")


def synthetic(folder, number):
    """A run with so many theorems; half of them rest on the first one."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "proofs").mkdir(parents=True)
    statement = "(>[a](in[a,S])(in2[a,a,r]))"
    lines = ["(theory Many[S,r] (&(>[a](in[a,S])(in2[a,a,r]))"
             "(>[x,y](in2[x,y,r])(&(in[x,S])(in[y,S])))))"]
    for n in range(number):
        lines.append(f"(conjecture t{n} {statement})")
        uses = "uses t0\n" if n % 2 else ""
        clause = "t0 i" if n % 2 else "Many 0.i"
        (folder / "proofs" / f"t{n}.proof").write_text(
            f"mpl-proof 1\ntheory Many\ntheorem t{n} {statement}\n{uses}"
            f"1 {statement} show fix a1\n2 (in[a1,S]) premise\n"
            f"3 (in2[a1,a1,r]) clause {clause} a=a1 from 2\nend 3\nqed 1\n")
    (folder / "theorems.mpl").write_text("\n".join(lines) + "\n")


def seconds_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


SEARCH = """(() => {
  const field = document.getElementById('q'), times = [];
  for (const query of ['t1', 't12', 'in', 'no', '', 't7', 'reflexivity', '']) {
    field.value = query;
    const start = performance.now();
    field.dispatchEvent(new Event('input', {bubbles: true}));
    document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4];
})()"""


def check_many(tools, folder):
    making, searching = [], []
    with browser.Browser() as page:
        for number in (1000, 4000):
            out = folder / f"{number}.out"
            synthetic(out, number)
            before = seconds_of_children()
            run(tools / "mpl-report", out)
            making.append(seconds_of_children() - before)
            page.go((out / "report" / "index.html").resolve().as_uri())
            require(len(page.run(SHOWN)) == number, "the index shows too few")
            searching.append(page.run(SEARCH))
            require(len(choose(page, "q", "t123")) == (1 if number == 1000 else 11),
                    "t123:", page.run(SHOWN))
            shutil.rmtree(out)
        require(not page.errors, "errors:", page.errors)
    # Four times as much, and what a machine at work on other things adds.
    # Quadratic work would take sixteen times as long.
    require(making[1] < 9 * making[0] + 0.2, "making takes", making)
    require(searching[1] < 9 * searching[0] + 20, "searching takes", searching)
    require(searching[0] < 500, "searching takes", searching, "ms")
    print("1000 and 4000 theorems: in proportion")


def main():
    binaries, what, folder = sys.argv[1:]
    tools = pathlib.Path(binaries)
    if what == "many":
        check_many(tools, pathlib.Path(folder))
    else:
        check_theory(tools, pathlib.Path(what), pathlib.Path(folder))


main()
