//===- main.cpp - mpl-export ----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Target.h"

#include "mplc/Proof/Notation.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace mplexport;

static constexpr Target list[] = {
    {"coq", "Coq 8.16: a section with a lemma for each theorem", writeCoq},
};

std::span<const Target> mplexport::targets() { return list; }

static int fail(const std::string &message) {
  std::cerr << "mpl-export: error: " << message << '\n';
  return 1;
}

int main(int argc, char **argv) {
  CLI::App app("Writes what a run has proved for another system, which checks "
               "it again.",
               "mpl-export");
  std::string folder, name, output;
  bool listTargets = false, isTrimmed = false;
  app.add_option("folder", folder, "What the run left: DIR.out");
  app.add_option("--to", name, "The target");
  app.add_option("-o", output, "Where to write (default and -: standard output)");
  app.add_flag("--trim", isTrimmed, "Leave out steps that nothing leads to");
  app.add_flag("--list-targets", listTargets, "List the targets");
  app.set_version_flag("--version", MPL_EXPORT_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (listTargets) {
    for (const Target &target : targets())
      std::cout << target.name << "  " << target.description << '\n';
    return 0;
  }
  auto target = std::find_if(targets().begin(), targets().end(),
                             [&](const Target &t) { return name == t.name; });
  if (target == targets().end() || folder.empty()) {
    std::cerr << (folder.empty() ? "mpl-export: error: no folder given"
                  : name.empty()
                      ? "mpl-export: error: '--to' is missing"
                      : "mpl-export: error: there is no target '" + name + "'")
              << "; '--list-targets' lists the targets\n";
    return 2;
  }
  if (folder == "-") {
    std::cerr << "mpl-export: error: a run is a folder of files, which '-' is not\n";
    return 2;
  }
  std::string error;
  std::unique_ptr<mplc::proof::Run> run = mplc::proof::readRun(folder, error);
  if (!run)
    return fail(error);
  if (isTrimmed)
    for (mplc::proof::Theorem &theorem : run->theorems)
      mplc::proof::trim(theorem);
  std::ostringstream text;
  if (!target->write(*run, text, error))
    return fail(error);
  if (output.empty() || output == "-") {
    std::cout << text.str();
    return std::cout.flush() ? 0 : fail("the output cannot be written");
  }
  std::ofstream file(output, std::ios::binary);
  file << text.str();
  file.close();
  return file ? 0 : fail(output + ": cannot be written");
}
