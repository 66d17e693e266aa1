# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Google Test binaries, one lit test a test case.
import os

import lit.formats

config.name = "mplc-unit"
config.test_format = lit.formats.GoogleTest("", "Tests")
config.suffixes = []
config.test_source_root = config.test_exec_root = os.path.join(
    config.mplc_build_dir, "test", "unit"
)
