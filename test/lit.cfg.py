# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# How lit finds and runs the tests; loaded by the lit.site.cfg.py of a build.

import os
import shutil
import sys

import lit.formats

config.name = "mplc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mpl", ".mlir", ".test"]
# The unit tests are a suite of their own, with its own configuration.
config.excludes = ["Inputs", "fuzz", "tools", "unit"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.mplc_build_dir, "test")

bin_dir = os.path.join(config.mplc_build_dir, "bin")


def tool(name):
    """The path of a built tool."""
    return os.path.join(bin_dir, name)


TOOLS = ["mplc", "mpl-format", "mpl-lsp-server", "mpl-opt", "mpl-verify", "mpl-mutate", "mpl-steps",
         "mpl-export", "mpl-report", "lbm-asm", "lbm-sim", "lbm-rtl-sim",
         "lbm-rtl-random", "lbm-rtl-mesh", "lbm-rtl-grid", "lbm-rtl-replay", "write-proofs",
         "find-models"]

# A substitution replaces its text wherever it stands, so %mplc comes last.
config.substitutions.append(("%mplc_src", config.mplc_source_dir))
for name in TOOLS[1:]:
    config.substitutions.append(("%" + name, tool(name)))
config.substitutions.append(("%mplc", tool("mplc")))
config.substitutions.append(("%python", sys.executable))
config.substitutions.append(("%cmake", config.cmake))
config.substitutions.append(("%build", config.mplc_build_dir))
config.substitutions.append(
    ("%check-theory", f"{sys.executable} {config.mplc_source_dir}/test/Theories/"
                      f"Inputs/check-theory.py {bin_dir} {config.mplc_source_dir}/mpl"))
config.substitutions.append(
    ("%check-verdicts", f"{sys.executable} {config.mplc_source_dir}/test/Verdicts/"
                        f"Inputs/check-verdicts.py {bin_dir}"))
config.substitutions.append(
    ("%check-laws", f"{sys.executable} {config.mplc_source_dir}/test/Laws/"
                    f"Inputs/check-laws.py {bin_dir} {config.mplc_source_dir}/mpl"))
config.substitutions.append(
    ("%check-machine", f"{sys.executable} {config.mplc_source_dir}/test/Machine/"
                       f"Inputs/check-machine.py {bin_dir} {config.mplc_source_dir}/mpl"))
config.substitutions.append(
    ("%check-runtime", f"{sys.executable} {config.mplc_source_dir}/test/Runtime/"
                       f"Inputs/check-runtime.py {bin_dir}"))
config.substitutions.append(
    ("%check-export", f"{sys.executable} {config.mplc_source_dir}/test/Export/"
                      f"Inputs/check-export.py {bin_dir}"))

config.substitutions.append(
    ("%check-report", f"{sys.executable} {config.mplc_source_dir}/test/Report/"
                      f"Inputs/check-report.py {bin_dir}"))
config.substitutions.append(
    ("%check-browser", f"{sys.executable} {config.mplc_source_dir}/test/Report/"
                       f"Inputs/check-browser.py {bin_dir}"))

# not, FileCheck, split-file and count; Python scripts find modules by themselves.
config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools_dir, os.environ.get("PATH", "")]
)
config.environment["FILECHECK_OPTS"] = "--dump-input=fail"

# For `REQUIRES:`; a tool that is built is a feature of its name.
if shutil.which("coqc"):
    config.available_features.add("coq")
for name in ("chromium", "verilator", "yosys", "fst2vcd"):
    if shutil.which(name):
        config.available_features.add(name)
if shutil.which("nextpnr-ice40"):
    config.available_features.add("nextpnr")
if config.mplc_fuzz:
    config.available_features.add("fuzz")
for name in TOOLS:
    if os.path.exists(os.path.join(bin_dir, name)):
        config.available_features.add(name)
