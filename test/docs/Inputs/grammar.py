# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""grammar.py GRAMMAR (--ebnf | FILE...)

Reads a grammar in GBNF. `--ebnf` prints it in the EBNF of ISO 14977; files are
recognised by it: every way to read is followed, so that nothing depends on the
order of alternatives. A file is recognised form by form.
"""

import pathlib
import re
import sys

TOKEN = re.compile(r'\s*(?:#[^\n]*|([\w-]+)\s*::=|([\w-]+)|"((?:[^"\\]|\\.)*)"'
                   r'|(\[(?:[^\]\\]|\\.)*\])|([()|*+?]))')
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def unescape(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), text)


class Grammar:
    """Rules as trees: ('seq', ..), ('alt', ..), ('*', x), ('lit', text)..."""

    def __init__(self, text):
        self.tokens = []
        self.rules = {}
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = TOKEN.match(text, at)
            assert match, text[at:at + 40]
            at = match.end()
            if match.lastindex:
                self.tokens.append((match.lastindex, match[match.lastindex]))
        self.at = 0
        while self.at < len(self.tokens):
            kind, name = self.tokens[self.at]
            assert kind == 1, name
            self.at += 1
            self.rules[name] = self.alternatives()
        for rule in list(self.rules.values()):
            self.check(rule)

    def check(self, node):
        if node[0] == "rule":
            assert node[1] in self.rules, f"no rule '{node[1]}'"
        elif node[0] in ("seq", "alt"):
            for part in node[1]:
                self.check(part)
        elif node[0] in "*+?":
            self.check(node[1])

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (1, "")

    def alternatives(self):
        parts = [self.sequence()]
        while self.peek() == (5, "|"):
            self.at += 1
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else ("alt", parts)

    def sequence(self):
        parts = []
        while self.peek()[0] != 1 and self.peek() not in ((5, "|"), (5, ")")):
            kind, text = self.peek()
            self.at += 1
            if kind == 2:
                node = ("rule", text)
            elif kind == 3:
                node = ("lit", unescape(text))
            elif kind == 4:
                node = ("set", re.compile(text))
            else:
                assert text == "(", text
                node = self.alternatives()
                self.at += 1
            while self.peek() in ((5, "*"), (5, "+"), (5, "?")):
                node = (self.peek()[1], node)
                self.at += 1
            parts.append(node)
        return parts[0] if len(parts) == 1 else ("seq", parts)

    def ends(self, node, text, at, memo):
        """All places where `node` may end if it starts at `at`."""
        kind = node[0]
        if kind == "lit":
            return {at + len(node[1])} if text.startswith(node[1], at) else set()
        if kind == "set":
            return {at + 1} if at < len(text) and node[1].match(text[at]) else set()
        key = (id(node), at)
        if key in memo:
            return memo[key]
        memo[key] = set()
        if kind == "rule":
            result = self.ends(self.rules[node[1]], text, at, memo)
        elif kind == "alt":
            result = set().union(*(self.ends(part, text, at, memo)
                                   for part in node[1]))
        elif kind == "seq":
            result = {at}
            for part in node[1]:
                result = set().union(*(self.ends(part, text, place, memo)
                                       for place in result))
        else:
            result = set() if kind == "+" else {at}
            work, seen = [at], {at}
            while work:
                for place in self.ends(node[1], text, work.pop(), memo):
                    result.add(place)
                    if place not in seen and kind != "?":
                        seen.add(place)
                        work.append(place)
        memo[key] = result
        return result

    def accepts(self, rule, text):
        return len(text) in self.ends(("rule", rule), text, 0, {})

    def ebnf(self, node, inner=False):
        kind = node[0]
        if kind == "rule":
            return node[1].replace("-", "_")
        if kind == "lit":
            quote = "'" if '"' in node[1] else '"'
            return quote + node[1].replace("\n", "\\n") + quote
        if kind == "set":
            return f"? {node[1].pattern} ?"
        if kind == "alt":
            text = " | ".join(self.ebnf(part) for part in node[1])
            return f"( {text} )" if inner else text
        if kind == "seq":
            return ", ".join(self.ebnf(part, True) for part in node[1])
        text = self.ebnf(node[1])
        if kind == "+":
            return f"{self.ebnf(node[1], True)}, {{ {text} }}"
        return f"{{ {text} }}" if kind == "*" else f"[ {text} ]"


def forms(text):
    """The forms of a file, with the white space and comments before each."""
    begin = depth = 0
    for match in re.finditer(r"//[^\n]*|/\*.*?\*/|\"[^\"\n]*\"|[()]", text, re.S):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
            if depth == 0:
                yield text[begin:match.end()]
                begin = match.end()
    if text[begin:].strip():
        yield text[begin:]


def main():
    sys.setrecursionlimit(100000)
    grammar = Grammar(pathlib.Path(sys.argv[1]).read_text())
    if sys.argv[2] == "--ebnf":
        print("(* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception *)")
        print("(* MPL, as docs/language.md has it; made from grammar.gbnf by")
        print("   test/docs/Inputs/grammar.py. Between ? stand sets of characters. *)")
        for name, rule in grammar.rules.items():
            print(f"{name.replace('-', '_')} = {grammar.ebnf(rule)} ;")
        return
    failures = []
    for path in sys.argv[2:]:
        for form in forms(pathlib.Path(path).read_text()):
            if form.rstrip().endswith(")") and not grammar.accepts("root", form):
                failures.append(f"{path}: {form.strip()[:200]}")
    for wrong in ("(define f (in[x,y]))", "(conjecture c (a)", "(conjecture c a +)",
                  "(conjecture c forall x a = b)", "(datatype N)", "(a b)",
                  "(&(in[x,S])", "(>[x](in[x,S]))", "(set A B)"):
        if grammar.accepts("root", wrong):
            failures.append(f"accepted: {wrong}")
    sys.exit("\n".join(failures) or 0)


main()
