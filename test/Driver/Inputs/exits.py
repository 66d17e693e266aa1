# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""exits.py CODE COMMAND...: run a command that must exit with this code."""

import subprocess
import sys

code = subprocess.call(sys.argv[2:])
if code != int(sys.argv[1]):
    print(f"exit code {code}, expected {sys.argv[1]}")
sys.exit(code != int(sys.argv[1]))
