#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what mpl-report writes, without a browser.

    check-report.py BIN theory THEORY.mpl FOLDER
        Compiles and runs the theory and makes the report. It must be whole
        (see check-run), and say what the files of the run say.

    check-report.py BIN run RUN
        Makes a report of a run that is there, into RUN/report: well-formed pages
        whose links all lead somewhere inside the report, the same bytes again.

    check-report.py BIN proofs THEORY.mpl FOLDER PROOFS..
        The same for proofs that are there already.

    check-report.py BIN mutants N RUN THEOREM
        Spoils the proof of a theorem of a run in every N-th of all ways that
        mpl-mutate knows. A report is no checker: it shows what it can read, in
        pages that are whole, and refuses the rest with exit code 1.
"""

import html
import html.parser
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
# Elements that need no closing tag in HTML have one here: the tree must be
# plain to see.


def fail(*what):
    sys.exit(" ".join(str(word) for word in what))


def require(condition, *what):
    if not condition:
        fail(*what)


class Page(html.parser.HTMLParser):
    """One page: ids, links, headings, and whether its elements nest."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.open, self.ids, self.links = path, [], set(), []
        self.labels, self.headings, self.counts, self.title = [], [], {}, ""
        text = path.read_text()
        require(text.startswith("<!DOCTYPE html>\n"), path, "has no doctype")
        self.feed(text)
        self.close()
        require(not self.open, path, "leaves open:", self.open)
        for needed in ("html", "head", "main", "nav", "h1", "body"):
            require(self.counts.get(needed) == 1, path, "has", needed,
                    self.counts.get(needed), "times")
        for above, below in zip(self.headings, self.headings[1:]):
            require(below <= above + 1, path, "leaves out a level of headings")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        require(len(names) == len(set(names)), self.path, tag, "has an attribute twice")
        given = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if "id" in given:
            require(given["id"] and given["id"] not in self.ids, self.path,
                    "has an id twice:", given["id"])
            self.ids.add(given["id"])
        for name in ("href", "src"):
            if name in given:
                self.links.append(given[name])
        for name in ("aria-labelledby", "aria-controls", "for"):
            self.labels += (given.get(name) or "").split()
        require(not [n for n in names if n.startswith("on")], self.path, tag,
                "has an event handler")
        if tag == "html":
            require(given.get("lang") == "en", self.path, "has no language")
        if tag == "math":
            require(given.get("alttext"), self.path, "has a formula without alttext")
        if tag == "nav":
            require(given.get("aria-label"), self.path, "has a nav without label")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        # Of SVG only.
        require("svg" in self.open, self.path, "closes", tag, "at once")
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        require(self.open and self.open[-1] == tag, self.path, "closes", tag,
                "inside", self.open[-3:])
        self.open.pop()

    def handle_data(self, data):
        if self.open[-2:] == ["head", "title"]:
            self.title += data


def check_links(folder, pages):
    for path, page in pages.items():
        for link in page.links:
            parts = urllib.parse.urlsplit(link)
            require(not parts.scheme and not parts.netloc and not parts.query,
                    path, "leads outside:", link)
            target = path
            if parts.path:
                target = (path.parent / urllib.parse.unquote(parts.path)).resolve()
                require(folder in target.parents and target.is_file(), path,
                        "has a link that is broken:", link)
            if parts.fragment:
                require(parts.fragment in pages[target].ids, path,
                        "has a link to no place:", link)
        for label in page.labels:
            require(label in page.ids, path, "names no element:", label)


def read_site(folder):
    folder = folder.resolve()
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    check_links(folder, pages)
    titles = [page.title for page in pages.values()]
    require(len(titles) == len(set(titles)), "two pages have one title")
    files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    others = {f for f in files if not f.endswith(".html")}
    require(others == {"report.css", "report.js"}, "other files:", others)
    names = [f.lower() for f in files]
    require(len(names) == len(set(names)), "names differ in case only")
    for name in files:
        require(re.fullmatch(r"(t/)?[A-Za-z0-9_.-]+", name), "odd name:", name)
    for name in files - others:
        text = (folder / name).read_text()
        require("http:" not in text and "https:" not in text, name, "has an address")
    return pages


def run(*command, code=0):
    result = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    require(code is None or result.returncode == code, *command, "ended with",
            result.returncode, "\n" + result.stdout)
    return result.stdout


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(folder.rglob("*")) if p.is_file()}


def make_report(tools, out):
    folder = out / "report"
    shutil.rmtree(folder, ignore_errors=True)
    printed = run(tools / "mpl-report", out)
    require(printed == f"{folder / 'index.html'}\n", "printed:", printed)
    first = contents(folder)
    # A page that an earlier report left goes; the rest is the same.
    (folder / "t" / "gone.html").write_text("old")
    run(tools / "mpl-report", out)
    require(contents(folder) == first, "a second report differs")
    run(tools / "mpl-report", out, "-o", out / "other")
    require(contents(out / "other") == first, "a report elsewhere differs")
    shutil.rmtree(out / "other")
    return folder, read_site(folder)


def items(text):
    """Entries of the index: name and attributes."""
    found = re.findall(
        r'<li (data-[^>]*)><a href="(t/[^"]+)">([^<]*)</a>', text)
    return {html.unescape(name): (page, dict(re.findall(r'data-(\w)="([^"]*)"', data)))
            for data, page, name in found}


def headers(out):
    """What each proof uses, by its name; and the formulas of its steps."""
    uses, steps = {}, {}
    for path in (out / "proofs").glob("*.proof"):
        text = path.read_text()
        name = re.search(r"^theorem (\S+) ", text, re.MULTILINE)[1]
        found = re.search(r"^uses (.*)$", text, re.MULTILINE)
        uses[name] = set(found[1].split()) if found else set()
        steps[name] = dict(re.findall(r"^([0-9]+) (\S+) ", text, re.MULTILINE))
    return uses, steps


def cited(text, section):
    """Names in the list `Uses` or `Used by`."""
    part = text.split(f'<h3 id="{section}">')[1].split("</section>")[0]
    links = re.findall(r'<a href="[^"#/]+\.html">([^<]*)</a>', part)
    return {html.unescape(name) for name in links}


def check_contents(out, folder):
    index = items((folder / "index.html").read_text())
    uses, steps = headers(out)
    stated = re.findall(r"^\(conjecture (\S+) ", (out / "theorems.mpl").read_text(),
                        re.MULTILINE)
    negations = {p.stem for p in (out / "proofs").glob("*.proof")
                 if "\nrefutes " in p.read_text()}
    expected = set(stated) | negations | ({"contradiction"} & set(uses))
    require(set(index) == expected == set(uses), "theorems:", set(index) ^ expected)
    require(len(list((folder / "t").iterdir())) == len(index), "pages of theorems")
    for name, (page, data) in index.items():
        text = (folder / page).read_text()
        require(cited(text, "uses") == uses[name] & expected, name, "uses",
                cited(text, "uses"))
        users = {other for other in uses if name in uses[other]}
        require(cited(text, "used-by") == users, name, "is used by",
                cited(text, "used-by"))
        require(int(data["u"]) == len(users), name, "is cited", data["u"])
        # Each step is one of the proof, once; main ones are numbered.
        shown = re.findall(r'<li id="s([0-9]+)"( class="fold")?>.*?'
                           r'<span class="no">([^<]*)</span>.*?'
                           r'<code class="mpl">([^<]*)</code>', text, re.DOTALL)
        for number, _, _, formula in shown:
            # Two negations are none.
            written = steps[name].get(number, "").replace("!!", "")
            require(written == html.unescape(formula), name, "step", number, "is",
                    formula)
        numbers = [no for _, fold, no, _ in shown if no.isdigit()]
        require(numbers == [str(n + 1) for n in range(int(data["n"]))], name,
                "has the numbers", numbers)
        require(all(fold for _, fold, no, _ in shown if not no.isdigit()), name,
                "shows a step without number")
    return index


def check_verdicts(out, folder):
    results = json.loads((out / "results.json").read_text())["conjectures"]
    refuted = (folder / "refuted.html").read_text()
    opened = (folder / "open.html").read_text()
    names = {status: [c["name"] for c in results if c["status"] == status]
             for status in ("refuted", "open")}
    heading = r"<li><h3>([^<]*)</h3>"
    require([html.unescape(n) for n in re.findall(heading, refuted)]
            == names["refuted"], "refuted:", names["refuted"])
    require(sorted(html.unescape(n) for n in re.findall(heading, opened))
            == sorted(names["open"]), "open:", names["open"])
    for entry in results:
        if entry["status"] == "refuted":
            card = refuted.split(f"<h3>{html.escape(entry['name'])}</h3>")[1]
            card = card.split("</li>")[0]
            require(html.escape(entry["statement"]) in card, entry, "without statement")
            for variable, value in entry["values"].items():
                require(f'= {html.escape(value)}">' in card, variable, card)
            for name in entry["refuted_by"]:
                require(name in card, entry, "is refuted by", name)
        elif entry["status"] == "open":
            card = opened.split(f"<h3>{html.escape(entry['name'])}</h3>")[1]
            require(f'open">{entry["limit"]}<' in card.split("</li>")[0], entry, card)
    lines = (out / "refuted.tsv").read_text().splitlines()[1:]
    equations = [l for l in lines if l.split("\t")[0] not in names["refuted"]]
    require(refuted.count("<tr><td>") == len(equations), "false equations")
    proved = sum(c["status"] == "proved" for c in results)
    statistics = (folder / "statistics.html").read_text()
    require(f"<dt>Theorems</dt><dd>{proved:,}</dd>" in statistics
            or "contradiction" in statistics or proved == 0, "statistics")


def check_proofs(tools, theory, folder, proofs):
    """A folder for proofs is made as the tests of mpl-export make it."""
    path = pathlib.Path(__file__).parents[2] / "Export" / "Inputs" / "check-export.py"
    spec = importlib.util.spec_from_file_location("check_export", path)
    export = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(export)
    out = folder / "run.out"
    export.write_run(tools, theory, out, [pathlib.Path(p).read_text() for p in proofs])
    site, pages = make_report(tools, out)
    check_contents(out, site)
    print(f"{len(proofs)} theorems, {len(pages)} pages, all well-formed")


def check_mutants(tools, every, out, theorem):
    proof = out / "proofs" / f"{theorem}.proof"
    valid = proof.read_text()
    original = proof.with_suffix(".valid")
    original.write_text(valid)
    kinds = run(tools / "mpl-mutate", "--list", original).splitlines()
    shown = broken = 0
    for number in range(0, len(kinds), every):
        proof.write_text(run(tools / "mpl-mutate", "--index", number, original))
        shutil.rmtree(out / "report", ignore_errors=True)
        result = subprocess.run([tools / "mpl-report", out], stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)
        require(result.returncode in (0, 1), "mutant", number, kinds[number], "ends with",
                result.returncode, result.stdout)
        if result.returncode:
            require(re.fullmatch(r"mpl-report: error: .*\n", result.stdout), result.stdout)
            broken += 1
            continue
        read_site(out / "report")
        shown += 1
    original.unlink()
    proof.write_text(valid)
    require(shown + broken > 0, "there are no mutants")
    print("mutants are shown or refused")


def main():
    binaries, what, *arguments = sys.argv[1:]
    tools = pathlib.Path(binaries)
    if what == "run":
        folder, pages = make_report(tools, pathlib.Path(arguments[0]))
        print(f"{len(pages)} pages, all well-formed")
        return
    if what == "mutants":
        every, out, theorem = arguments
        return check_mutants(tools, int(every), pathlib.Path(out), theorem)
    theory, folder = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if what == "proofs":
        return check_proofs(tools, theory, folder, arguments[2:])
    out = folder / "run.out"
    run(tools / "mplc", theory, "-o", folder / "program")
    # Some theories state what is false: the exit code tells of that.
    run(folder / "program", "--quiet", "--out", out, code=None)
    site, pages = make_report(tools, out)
    index = check_contents(out, site)
    check_verdicts(out, site)
    for name, (page, _) in sorted(index.items()):
        text = (site / page).read_text()
        law = re.search(r'<p class="law">([^<]*)</p>', text)
        print(f"{name}: {html.unescape(law[1]) if law else 'no law'}")
    print(f"{len(index)} theorems, {len(pages)} pages, all well-formed")


main()
