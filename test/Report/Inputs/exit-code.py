# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""exit-code.py CODE COMMAND..: whether the command ends with this very code."""

import subprocess
import sys

code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL,
                      stderr=subprocess.DEVNULL).returncode
if code != int(sys.argv[1]):
    sys.exit(f"ended with {code}")
