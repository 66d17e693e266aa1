# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Chromium without a window, driven over its two pipes (the DevTools protocol,
messages of JSON that end with a zero byte). Nothing but the standard library."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
    "--window-size=1100,900",
]
TIMEOUT = 120  # Seconds for one answer; a loaded machine starts it slowly.


class Browser:
    """One page. Errors of its console gather in `errors`."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        to_child, self.output = os.pipe()
        self.input, from_child = os.pipe()
        # The browser reads from 3 and writes to 4.
        command = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        self.process = subprocess.Popen(
            ["bash", "-c", command, "bash", str(to_child), str(from_child),
             shutil.which("chromium"), *FLAGS, f"--user-data-dir={self.profile}",
             "about:blank"],
            pass_fds=(to_child, from_child), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.buffer, self.last, self.session = b"", 0, None
        self.errors = []
        # A page of our own: the one that it opens by itself may come late.
        page = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=page,
                                 flatten=True)["sessionId"]
        self.send("Page.bringToFront")
        for domain in ("Page", "Runtime", "Log", "Accessibility"):
            self.send(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.send("Browser.close")
        except (EOFError, OSError):
            pass
        os.close(self.output)
        try:
            self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
        os.close(self.input)
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self):
        deadline = time.monotonic() + TIMEOUT
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.input], [], [],
                                        max(0, deadline - time.monotonic()))
            data = os.read(self.input, 1 << 16) if ready else b""
            if not data:
                raise EOFError("the browser does not answer")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def note(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(params["exceptionDetails"].get("exception", {})
                               .get("description", "exception"))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.errors.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] == "error":
            self.errors.append(str(params["args"]))

    def send(self, method, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.note(answer)

    def go(self, url):
        """Opens a page. One that differs in its fragment only is loaded again
        as well."""
        for address in ("about:blank", url):
            self.send("Page.navigate", url=address)
            self.wait(f"location.href === {json.dumps(address)}")

    def wait(self, condition):
        """Until a page that meets the condition is there as a whole."""
        deadline = time.monotonic() + TIMEOUT
        while True:
            try:
                if self.run(f"document.readyState === 'complete' && ({condition})"):
                    return
            except RuntimeError:
                pass  # The page before it went away at this very moment.
            if time.monotonic() > deadline:
                raise EOFError("never came: " + condition)
            time.sleep(0.02)

    def run(self, script):
        """The value of an expression on the page."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def key(self, key):
        """A key pressed and released."""
        text = {"text": key} if len(key) == 1 else {}
        if key == "Enter":
            text = {"text": "\r"}
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key,
                      **(text if kind == "keyDown" else {}))
