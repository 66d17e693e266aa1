//===- Output.cpp - What a run leaves behind ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Output.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace mplrt {

namespace fs = std::filesystem;

Output::Output(fs::path directory, const calculus::Program &program)
    : directory(std::move(directory)), program(program) {}

void Output::open() {
  std::error_code error;
  fs::create_directories(directory / "proofs", error);
  if (error) {
    failure = directory.string() + ": " + error.message();
    return;
  }
  // Only files that a run writes: the directory may hold other things.
  for (const auto &entry : fs::directory_iterator(directory / "proofs", error))
    if (entry.path().extension() == ".proof")
      fs::remove(entry.path(), error);
  for (const char *name : {"theorems.mpl", "open.mpl", "results.json"})
    fs::remove(directory / name, error);
}

void Output::writeFile(const fs::path &path, const std::string &text) {
  if (!failure.empty())
    return;
  const fs::path part = path.string() + ".part";
  std::ofstream file(part, std::ios::binary);
  file << text;
  file.close();
  std::error_code error;
  if (file)
    fs::rename(part, path, error);
  if (!file || error)
    failure = path.string() + ": cannot be written";
}

void Output::writeProof(const std::string &name, const WrittenProof &proof) {
  // A statement's name is an identifier, which is a file's name as it is.
  writeFile(directory / "proofs" / (name + ".proof"), proof.text);
}

void Output::writeSummary(const Grid &grid, const std::string &stopped) {
  using json = nlohmann::ordered_json;
  // What was stated, then what exploration found: rules, then what follows.
  std::string sections[3], open = program.source;
  json conjectures = json::array();
  const auto &outcomes = grid.outcomes();
  for (size_t c = 0; c < outcomes.size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    if (conjecture.assumed)
      continue;
    const Outcome &outcome = outcomes[c];
    const bool isProved = outcome.status == Status::Proved;
    const std::string &limit = outcome.limit.empty() ? stopped : outcome.limit;
    const std::string form =
        "(conjecture " + conjecture.name + " " + conjecture.statement + ")\n";
    if (isProved)
      sections[outcome.isExplored ? (outcome.isRule ? 1 : 2) : 0] +=
          "// " + outcome.method + "\n" + form;
    else
      open += "// open: " + limit + "\n" + form;
    json entry{{"name", conjecture.name},
               {"status", isProved ? "proved" : "open"}};
    if (outcome.isExplored)
      entry["explored"] = !isProved        ? "candidate"
                          : outcome.isRule ? "essential"
                                           : "consequence";
    if (isProved) {
      entry["method"] = outcome.method;
      entry["seconds"] = outcome.seconds;
      entry["steps"] = outcome.proof.steps;
      if (outcome.vacuous)
        entry["vacuous"] = true;
    } else {
      entry["limit"] = limit;
    }
    conjectures.push_back(std::move(entry));
  }
  std::string theorems = program.source + sections[0];
  if (!sections[1].empty())
    theorems += "// Found by exploration: essential laws.\n" + sections[1];
  if (!sections[2].empty())
    theorems += "// Found by exploration: what follows from them directly.\n" +
                sections[2];
  const Statistics &s = grid.statistics();
  json statistics{{"seconds", s.seconds},
                  {"cycles", s.cycles},
                  {"attempts", s.attempts},
                  {"blocks", s.blocks},
                  {"firings", s.firings},
                  {"slow_firings", s.slowFirings},
                  {"rules_kept", s.rules},
                  {"largest_block_rows", s.largestBlock}};
  json result{{"version", 1}, {"theory", program.theory}};
  if (!stopped.empty())
    result["stopped"] = stopped;
  result["conjectures"] = std::move(conjectures);
  result["statistics"] = std::move(statistics);
  writeFile(directory / "theorems.mpl", theorems);
  writeFile(directory / "open.mpl", open);
  writeFile(directory / "results.json", result.dump(2) + "\n");
}

} // namespace mplrt
