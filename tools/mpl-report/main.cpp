//===- main.cpp - mpl-report ----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Site.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace fs = std::filesystem;

static int fail(const std::string &message) {
  std::cerr << "mpl-report: error: " << message << '\n';
  return 1;
}

/// Pages of an earlier report must not stay: their theorems may be gone. Only a
/// folder that holds a report is touched, and only its pages.
static void removePages(const fs::path &folder) {
  std::error_code error;
  if (!fs::exists(folder / "report.css", error))
    return;
  std::vector<fs::path> old;
  for (const auto &entry : fs::directory_iterator(folder / "t", error))
    if (entry.path().extension() == ".html")
      old.push_back(entry.path());
  for (const fs::path &path : old)
    fs::remove(path, error);
}

int main(int argc, char **argv) {
  CLI::App app("Makes a site of what a run has left: theorems, proofs, graphs. "
               "It needs no server.",
               "mpl-report");
  std::string folder, output;
  app.add_option("folder", folder, "What the run left: DIR.out");
  app.add_option("-o", output, "Where to write (default: FOLDER/report)");
  app.set_version_flag("--version", MPL_REPORT_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (folder.empty()) {
    std::cerr << "mpl-report: error: no folder given\n";
    return 2;
  }
  if (folder == "-" || output == "-") {
    std::cerr << "mpl-report: error: a report is a folder of files, which '-' is "
                 "not\n";
    return 2;
  }
  std::string error;
  std::unique_ptr<mplc::proof::Run> run = mplc::proof::readRun(folder, error);
  if (!run)
    return fail(error);
  const fs::path to =
      output.empty() ? fs::path(folder) / "report" : fs::path(output);
  const mplreport::Site site(*run);
  std::error_code code;
  fs::create_directories(to / "t", code);
  if (code)
    return fail(to.string() + ": " + code.message());
  removePages(to);
  for (const mplreport::File &page : site.files()) {
    std::ofstream file(to / page.path, std::ios::binary);
    file << page.text;
    file.close();
    if (!file)
      return fail((to / page.path).string() + ": cannot be written");
  }
  std::cout << (to / "index.html").string() << '\n';
}
