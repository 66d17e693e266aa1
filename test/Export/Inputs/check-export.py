#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what mpl-export writes for Coq, with Coq itself.

    check-export.py BIN theory THEORY.mpl FOLDER
        Compiles and runs the theory, exports what it proved, and lets coqc
        check that. Nothing but the theory may be assumed. Coq and mpl-verify
        accept as many theorems as theorems.mpl and the report have.

    check-export.py BIN names THEORY.mpl FOLDER
        As `theory`, with other names instead of its own, so often that each
        of OURS and of OTHERS below has been the name of a constant.

    check-export.py BIN proofs THEORY.mpl FOLDER PROOFS..
        Exports proofs that are there already, valid ones.

    check-export.py BIN mutants N THEORY.mpl FOLDER PROOF [OTHER PROOFS..]
        Spoils a valid proof in every N-th of all ways that mpl-mutate knows.
        Each result must be refused, by mpl-export because its form is broken
        or by Coq.

BIN holds the tools, FOLDER is where files are made.
"""

import pathlib
import re
import shutil
import subprocess
import sys


def run(*command):
    return subprocess.run(
        [str(word) for word in command], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)


def demand(result, what):
    if result.returncode:
        sys.exit(f"{what} failed:\n{result.stdout}")
    return result.stdout


def coqc(path):
    # Where files of earlier versions are would be looked at too.
    return subprocess.run(["coqc", "-q", path.name], cwd=path.parent,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)


def check_theory(tools, theory, folder):
    out = folder / "run.out"
    program = folder / "program"
    demand(run(tools / "mplc", theory, "-o", program), "mplc")
    # Some theories state what is false: the exit code tells of open ones.
    run(program, "--quiet", "--out", out)
    verified = demand(run(tools / "mpl-verify", theory, out), "mpl-verify")
    accepted = int(re.search(r"(\d+) accepted, 0 rejected", verified)[1])
    demand(run(tools / "mpl-report", out), "mpl-report")
    reported = (out / "report" / "index.html").read_text().count("<li data-")
    file = folder / "theory.v"
    demand(run(tools / "mpl-export", "--to=coq", out, "-o", file), "mpl-export")
    text = file.read_text()
    theorems = re.findall(r"^Theorem (\S+) :", text, re.MULTILINE)
    stated = (out / "theorems.mpl").read_text().count("(conjecture ")
    # A contradiction is a proof, but no theorem that anyone would state.
    stated += (out / "proofs" / "contradiction.proof").exists()
    # Nor is it stated that a statement is false.
    stated += sum("\nrefutes " in p.read_text() for p in (out / "proofs").glob("*.proof"))
    # Finite models are no theorems.
    accepted -= len(list((out / "proofs").glob("*.model")))
    if not len(theorems) == stated == accepted == reported:
        sys.exit(f"{len(theorems)} exported, {stated} stated, {accepted} accepted, "
                 f"{reported} reported")
    if re.search(r"^(Axiom|Parameter|Conjecture|Admitted)\b", text,
                 re.MULTILINE):
        sys.exit("the file assumes something outside its section")
    file.write_text(text + "".join(f"Print Assumptions {t}.\n" for t in theorems))
    printed = demand(coqc(file), "coqc")
    closed = printed.count("Closed under the global context")
    if closed != len(theorems) or "Axioms:" in printed:
        sys.exit(f"{closed} of {len(theorems)} are closed:\n{printed}")
    # What is exported does not depend on the run.
    again = run(tools / "mpl-export", "--to=coq", out)
    if again.stdout != text:
        sys.exit("a second export differs")
    # A trimmed proof is a proof.
    demand(run(tools / "mpl-export", "--to=coq", "--trim", out, "-o", file),
           "mpl-export --trim")
    demand(coqc(file), "coqc, trimmed")
    print(f"{len(theorems)} theorems, all accepted")


# What the exporter calls things; what Coq keeps for itself or has in its
# library, and names of which the exporter makes the same identifier.
OURS = """
    x1 x2 x3 x x1_2 x_2 P G t m k k0 k1 y a m1 m2 h w n z A B U H1 H2 H_1 P1 P2
    P3 H4_0 excluded_middle by_cases fact_0 L_induction L_cases Lists_0 even_fold
    even_u axioms_1 h_2 U_2 a1 x1_3 k_2
""".split()
OTHERS = """
    Axiom CoFixpoint Definition Fixpoint Hypothesis Parameter Theorem Variable
    Lemma Section End Require Import Inductive Record Module Proof Qed Let Goal
    Notation Check Print Abort Admitted Axioms Variables Context Axiom_2
    IF Prop SProp Set Type as at by cofix else end exists exists2 fix for forall
    fun if let match mod return then using where with struct rec do try solve
    lazymatch ltac constr is after before
    False True I eq eq_ind eq_ind_r eq_refl eq_sym eq_trans ex ex_intro conj and
    or not iff or_introl or_intror proj1 proj2 False_ind nat O S list nil cons
    unknown_name no_such_premise nothing_cited
    _ _a __ ' a' a'' 'a + - * / < <= > >= -> =< == \\ | || ^ ~ ? % plus minus le
    ge to lt n_ a.b a_b a-b A.B ℕ xe2x84x95 ℤ α β \u00e9 e\u0301 ⊕ ∀ λ → Ａ x₁ ×
""".split()
WORDS = {"define", "theory", "induction", "conjecture", "in", "in2", "in3"}
NAME = re.compile(r"//[^\n]*|([A-Za-z]\w*)")


def renamed(text, ours, others):
    """The theory with other names: its constants are called `ours`, it has as
    many constants more as there are `others`, and what is left (variables,
    definitions, statements) is called what no constant is."""
    start = re.search(r"\(theory \w+\[([^]]*)\]\s*\(&", text)
    constants = start[1].split(",")
    more = [f"more{i}" for i in range(len(others))]
    # That they are in a set, which one does not matter, makes them elements.
    said = "".join(f"(in[{name},{constants[0]}])" for name in more)
    text = (text[:start.end(1)] + "," + ",".join(more)
            + text[start.end(1):start.end()] + said + text[start.end():])
    names = dict(zip(constants + more, ours + others))
    left = {m[1] for m in NAME.finditer(text) if m[1]} - WORDS - set(names)
    usual = [name for name in OTHERS + OURS
             if re.fullmatch(r"\w[\w']*", name) and name not in names.values()]
    names.update(zip(sorted(left), usual[len(usual) // 3:] + usual))
    return NAME.sub(lambda m: names.get(m[1], m[0]), text)


def check_names(tools, theory, folder):
    text = pathlib.Path(theory).read_text()
    count = text[text.index("(theory"):].split("]")[0].count(",") + 1
    rounds = -(-len(OURS) // count)
    size = -(-len(OTHERS) // rounds)
    for i in range(rounds):
        ours = (OURS + OURS)[i * count:][:count]
        others = [n for n in OTHERS[i * size:][:size] if n not in ours]
        file = folder / f"renamed-{i}.mpl"
        file.write_text(renamed(text, ours, others))
        check_theory(tools, file, folder)


def header(proof):
    name, statement = re.search(r"^theorem (\S+) (\S+)", proof, re.MULTILINE).groups()
    return name, statement


def expanded(theory):
    """The text with its imports in their places."""
    path = pathlib.Path(theory)

    def imported(match):
        text = expanded(path.parent / match[1])
        return f"(define {match[2]} {text})" if match[2] else text

    return re.sub(r'\(import "([^"]*)"(?: as (\S*\]))?\)', imported,
                  path.read_text())


def write_run(tools, theory, folder, proofs):
    """A folder as a run leaves it, with these proofs (by path or as text)."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "proofs").mkdir(parents=True)
    source = run(tools / "mplc", "--emit=mpl-source", theory)
    # The checker's own theories state more than the compiler reads.
    text = expanded(theory) if source.returncode else source.stdout
    kept = [line for line in text.splitlines()
            if not line.startswith("(conjecture ")]
    for proof in proofs:
        name, statement = header(proof)
        kept.append(f"(conjecture {name} {statement})")
        (folder / "proofs" / f"{name}.proof").write_text(proof)
    (folder / "theorems.mpl").write_text("\n".join(kept) + "\n")


def check_proofs(tools, theory, folder, proofs):
    out = folder / "run.out"
    write_run(tools, theory, out, [pathlib.Path(p).read_text() for p in proofs])
    demand(run(tools / "mpl-verify", theory, out / "proofs"), "mpl-verify")
    file = folder / "theory.v"
    demand(run(tools / "mpl-export", "--to=coq", out, "-o", file), "mpl-export")
    theorems = [header(pathlib.Path(p).read_text())[0] for p in proofs]
    file.write_text(file.read_text()
                    + "".join(f"Print Assumptions {t}.\n" for t in theorems))
    printed = demand(coqc(file), "coqc")
    if printed.count("Closed under the global context") != len(theorems):
        sys.exit(printed)
    print(f"{len(theorems)} theorems, all accepted")


LAST = re.compile(r"^Theorem (\S+) : ([^\n]*)\.\nProof\. exact \(\n(.*?)\)\. Qed\.\n\nEnd ",
                  re.MULTILINE | re.DOTALL)


def check_mutants(tools, every, theory, folder, path, others):
    texts = [pathlib.Path(other).read_text() for other in others]
    valid = pathlib.Path(path).read_text()
    out = folder / "mutant.out"
    write_run(tools, theory, out, texts + [valid])
    name = header(valid)[0]
    exported = demand(run(tools / "mpl-export", "--to=coq", out), "mpl-export")
    file = folder / "valid.v"
    file.write_text(exported)
    demand(coqc(file), "coqc on the valid proof")

    listed = demand(run(tools / "mpl-mutate", "--list", path), "mpl-mutate")
    kinds = [line.split()[-1] for line in listed.splitlines()]
    broken, modules = 0, []
    chosen = list(enumerate(kinds))[::every]
    for number, kind in chosen:
        mutant = demand(run(tools / "mpl-mutate", "--index", number, path), kind)
        (out / "proofs" / f"{name}.proof").write_text(mutant)
        result = run(tools / "mpl-export", "--to=coq", out)
        if result.returncode not in (0, 1):
            sys.exit(f"mpl-export crashed on mutant {number}, {kind}")
        if result.returncode:
            broken += 1
            continue
        # The theorem is the last one, and Coq must refuse its definition.
        start = result.stdout.rindex("\nTheorem ")
        text, count = LAST.subn(
            lambda m: f"Fail Definition {m[1]} : {m[2]} := (\n{m[3]}).\n\nEnd ",
            result.stdout[start:])
        if count != 1:
            sys.exit(f"mutant {number}, {kind}: no theorem in\n{result.stdout}")
        text = result.stdout[:start] + text
        modules.append((number, kind, text))
    file = folder / "mutants.v"
    parts = [f"Module M{number}.\n{text}End M{number}.\n"
             for number, _, text in modules]
    file.write_text("".join(parts))
    result = coqc(file)
    if result.returncode:
        at = int(re.search(r"line (\d+)", result.stdout)[1])
        for (number, kind, _), part in zip(modules, parts):
            if at <= part.count("\n"):
                sys.exit(f"mutant {number}, {kind}, is accepted: mpl-mutate "
                         f"--index {number} {path}\n{result.stdout}")
            at -= part.count("\n")
        sys.exit(result.stdout)
    print(f"{len(chosen)} mutants: {broken} broken, {len(modules)} refused by Coq")


def main():
    tools, what, *rest = sys.argv[1:]
    tools = pathlib.Path(tools)
    every = int(rest.pop(0)) if what == "mutants" else 1
    theory, folder = rest[0], pathlib.Path(rest[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if what == "theory":
        check_theory(tools, theory, folder)
    elif what == "names":
        check_names(tools, theory, folder)
    elif what == "proofs":
        check_proofs(tools, theory, folder, rest[2:])
    else:
        check_mutants(tools, every, theory, folder, rest[2], rest[3:])


if __name__ == "__main__":
    main()
