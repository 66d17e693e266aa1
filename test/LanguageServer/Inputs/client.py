# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""client.py SERVER LIBRARY

Talks to the language server as an editor does, over its standard input and
output, and checks what it answers.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

SOURCE = """(import <function>)
(theory Peano)
(datatype N = 0 | s(N))
(function + : N, N -> N
  a + 0 = a;
  a + s(b) = s(a + b))
// é𝄞
(define double[f]  (>[x,y](in3[x,x,y,f])(in3[x,x,y,f])))
(conjecture zero_left 0 + a = a)
(conjecture wrong a + b = a)
"""


class Client:
    def __init__(self, server):
        self.process = subprocess.Popen([server], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.next = 1
        self.notes = []

    def send(self, message):
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(text) + text)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.send({"id": self.next, "method": method, "params": params})
        self.next += 1
        while True:
            answer = self.receive()
            if "id" in answer:
                return answer
            self.notes.append(answer)

    def request(self, method, params):
        answer = self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def diagnostics(self):
        note = self.receive()
        assert note["method"] == "textDocument/publishDiagnostics", note
        return note["params"]["diagnostics"]


def place(text, word, nth=0):
    """The protocol's position of the nth occurrence of a word."""
    offset = -1
    for _ in range(nth + 1):
        offset = text.index(word, offset + 1)
    before = text[:offset]
    column = before.rsplit("\n", 1)[-1]
    return {"line": before.count("\n"),
            "character": len(column.encode("utf-16-le")) // 2}


def main():
    server = sys.argv[1]
    client = Client(server)
    folder = tempfile.TemporaryDirectory()
    uri = (pathlib.Path(folder.name) / "a file.mpl").as_uri()
    document = {"uri": uri}
    capabilities = client.request("initialize", {"capabilities": {}})
    legend = capabilities["capabilities"]["semanticTokensProvider"]["legend"]
    client.tell("initialized", {})

    def at(word, nth=0, text=SOURCE):
        return {"textDocument": document, "position": place(text, word, nth)}

    # Diagnostics while typing: an error, its place, and its end.
    client.tell("textDocument/didOpen", {"textDocument": {
        "uri": uri, "languageId": "mpl", "version": 1,
        "text": SOURCE.replace("0 + a = a)", "0 + a = ss(a))")}})
    found = client.diagnostics()
    assert len(found) == 1 and "unbound variable 'ss'" in found[0]["message"], found
    assert found[0]["range"]["start"] == place(
        SOURCE.replace("0 + a = a)", "0 + a = ss(a))"), "ss(a)"), found
    client.tell("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"text": SOURCE}]})
    assert client.diagnostics() == []

    # Hover: types in words, statements in both forms, definitions of imports.
    hover = client.request("textDocument/hover", at("+ :"))
    assert "a function of two" in hover["contents"]["value"], hover
    hover = client.request("textDocument/hover", at("zero_left"))
    assert "0 + a = a" in hover["contents"]["value"], hover
    assert "(in3[0,a,a,+])" in hover["contents"]["value"], hover

    # Definition, references and rename; a free variable is of its statement.
    definition = client.request("textDocument/definition", at("s(b)"))
    assert definition["range"]["start"] == place(SOURCE, "s(N)"), definition
    references = client.request("textDocument/references", at("s(N)"))
    assert len(references) == 3, references
    assert len(client.request("textDocument/references", at("a + 0"))) == 2
    edit = client.request("textDocument/rename",
                          {**at("s(N)"), "newName": "next"})
    assert len(edit["changes"][uri]) == 3, edit
    for name in ("no name", "N", "("):
        answer = client.ask("textDocument/rename",
                            {**at("s(N)"), "newName": name})
        assert "error" in answer, answer

    # Behind characters of two UTF-16 units and more.
    outer = client.request("textDocument/references", at("x,y]"))
    assert len(outer) == 5, outer

    items = client.request("textDocument/completion", at("zero_left"))
    labels = {item["label"] for item in items}
    assert {"N", "s", "+", "commutative", "conjecture", "forall"} <= labels
    symbols = client.request("textDocument/documentSymbol",
                             {"textDocument": document})
    assert [s["name"] for s in symbols if s["detail"] == "conjecture"] == [
        "zero_left", "wrong"], symbols

    edits = client.request("textDocument/formatting", {
        "textDocument": document, "options": {"tabSize": 2,
                                              "insertSpaces": True}})
    assert len(edits) == 1 and "double[f] (>" in edits[0]["newText"], edits
    edits = client.request("textDocument/rangeFormatting", {
        "textDocument": document, "options": {},
        "range": {"start": place(SOURCE, "(theory"),
                  "end": place(SOURCE, "Peano")}})
    assert edits == [], edits

    data = client.request("textDocument/semanticTokens/full",
                          {"textDocument": document})["data"]
    assert len(data) % 5 == 0 and min(data) >= 0
    line, kinds = 0, {}
    for i in range(0, len(data), 5):
        line += data[i]
        kinds.setdefault(line, []).append(legend["tokenTypes"][data[i + 3]])
    assert kinds[6] == ["comment"], kinds
    assert kinds[8] == ["keyword", "property", "enumMember", "enumMember",
                        "variable", "variable"], kinds

    lenses = client.request("textDocument/codeLens", {"textDocument": document})
    assert [lens["command"]["arguments"][1] for lens in lenses] == [
        "zero_left", "wrong"], lenses
    verdicts = [client.request("workspace/executeCommand", {
        "command": lens["command"]["command"],
        "arguments": lens["command"]["arguments"]})["verdict"]
        for lens in lenses]
    assert verdicts[0].startswith("proved"), verdicts
    assert verdicts[1].startswith("refuted"), verdicts
    assert any(note["method"] == "window/showMessage" and
               "zero_left: proved" in note["params"]["message"]
               for note in client.notes), client.notes

    # Definitions in an imported file.
    other = SOURCE + "(conjecture c commutative[+])\n"
    client.tell("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 3},
        "contentChanges": [{"text": other}]})
    assert client.diagnostics() == []
    where = client.request("textDocument/definition",
                           at("commutative", text=other))
    assert where["uri"].endswith("/function.mpl"), where
    hover = client.request("textDocument/hover", at("commutative", text=other))
    assert "f(b, a) = f(a, b)" in hover["contents"]["value"], hover

    # Nothing here, unknown things, broken files.
    assert client.request("textDocument/hover", {
        "textDocument": document,
        "position": {"line": 900, "character": 9}}) is None
    assert "error" in client.ask("textDocument/nothing", {})
    assert client.request("textDocument/hover", {
        "textDocument": {"uri": "file:///nowhere"},
        "position": {"line": 0, "character": 0}}) is None
    for broken in ("(conjecture", "((((", "\x00\xff", "(theory T)" * 3, ""):
        client.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": 4},
            "contentChanges": [{"text": broken}]})
        client.diagnostics()
        client.request("textDocument/semanticTokens/full",
                       {"textDocument": document})
        client.request("textDocument/documentSymbol",
                       {"textDocument": document})
    client.tell("textDocument/didClose", {"textDocument": document})
    assert client.diagnostics() == []
    client.request("shutdown", None)
    client.tell("exit", None)
    assert client.process.wait(timeout=20) == 0


main()
