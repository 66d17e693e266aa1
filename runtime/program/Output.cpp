//===- Output.cpp - What a run leaves behind ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Output.h"

#include "runtime/proof/Inline.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace mplrt {

namespace fs = std::filesystem;

namespace {

constexpr auto theoremsInterval = std::chrono::seconds(1);

const char *toString(Status status) {
  switch (status) {
  case Status::Open:
    return "open";
  case Status::Proved:
    return "proved";
  case Status::Refuted:
    return "refuted";
  }
  return "";
}

/// Makes this the content of a file, which may exist. It is not emptied first: what was
/// emptied and closed again some file systems write to the disk at once.
bool overwrite(const fs::path &path, const std::string &text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0)
    return false;
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t n = ::write(file, text.data() + done, text.size() - done);
    if (n < 0 && errno != EINTR)
      break;
    done += n > 0 ? size_t(n) : 0;
  }
  const bool isWhole = done == text.size() && ::ftruncate(file, off_t(done)) == 0;
  return ::close(file) == 0 && isWhole;
}

} // namespace

Output::Output(fs::path directory, const calculus::Program &program)
    : directory(std::move(directory)), program(program),
      lastTheorems(std::chrono::steady_clock::now()) {}

/// Proofs of an earlier run are put aside at once, and their files used again: file
/// systems are slow to make files while many were removed a moment ago. Links are
/// removed, as what they lead to is not this run's to overwrite.
void Output::setAside() {
  std::error_code error;
  fs::create_directories(aside(), error);
  for (const fs::path &folder : {aside(), directory / "proofs"})
    for (const auto &entry : fs::directory_iterator(folder, error)) {
      const fs::path name = entry.path().filename(), moved = aside() / name;
      if (name.extension() != ".proof" && name.extension() != ".part" &&
          name.extension() != ".model")
        continue;
      std::error_code failed;
      const bool isOwn = entry.symlink_status(failed).type() == fs::file_type::regular &&
                         entry.hard_link_count(failed) == 1;
      if (isOwn && !failed)
        fs::rename(entry.path(), moved, failed);
      if (isOwn && !failed)
        spare.push_back(moved);
      else
        fs::remove(entry.path(), failed);
    }
}

void Output::open() {
  std::error_code error;
  fs::create_directories(directory / "proofs", error);
  if (error) {
    failure = directory.string() + ": " + error.message();
    return;
  }
  // Only files that a run writes: the directory may hold other things.
  setAside();
  for (const char *name : {"theorems.mpl", "open.mpl", "refuted.tsv", "results.json",
                           "flat.txt"})
    fs::remove(directory / name, error);
}

void Output::writeFile(const fs::path &path, const std::string &text) {
  if (!failure.empty())
    return;
  const fs::path part = partOf(path);
  const bool isWritten = overwrite(part, text);
  std::error_code error;
  if (isWritten)
    fs::rename(part, path, error);
  if (!isWritten || error)
    failure = path.string() + ": cannot be written";
}

void Output::writeProof(const std::string &name, const WrittenProof &proof) {
  // A statement's name is an identifier, which is a file's name as it is.
  const fs::path path = directory / "proofs" / (name + ".proof");
  if (!spare.empty()) {
    std::error_code error; // If there is one, a file is made.
    fs::rename(spare.back(), partOf(path), error);
    spare.pop_back();
  }
  writeFile(path, proof.text);
}

void Output::writeModel(const std::string &name, const std::string &text) {
  writeFile(directory / "proofs" / (name + ".model"), text);
}

void Output::writeTheoremsIfDue(const Grid &grid) {
  const auto now = std::chrono::steady_clock::now();
  if (now - lastTheorems < theoremsInterval)
    return;
  lastTheorems = now;
  writeFile(directory / "theorems.mpl", theorems(grid));
}

void Output::addRefuted(const std::vector<RefutedEquation> &equations) {
  refutedEquations.insert(refutedEquations.end(), equations.begin(), equations.end());
}

void Output::addFlat(const std::string &text) {
  // Far more than is kept in memory: the file grows, whole lines at a time.
  const fs::path path = directory / "flat.txt";
  if (!flat.is_open())
    flat.open(path, std::ios::binary);
  flat << text << '\n';
  if (!flat && failure.empty())
    failure = path.string() + ": cannot be written";
}

/// The theory. Where other runs proved what it assumes is said relative to the
/// directory, so that all of them may be moved together.
std::string Output::source() const {
  std::string result;
  std::istringstream lines(program.source);
  std::error_code code;
  for (std::string line; std::getline(lines, line); result += line + '\n') {
    if (!line.starts_with("(assume ") || !line.ends_with("\")"))
      continue;
    const size_t end = line.size() - 2, start = line.rfind('"', end - 1) + 1;
    const fs::path path = line.substr(start, end - start);
    const fs::path near = fs::proximate(path, directory, code);
    if (!code)
      line.replace(start, end - start, near.string());
  }
  return result;
}

std::string Output::theorems(const Grid &grid) const {
  // What was stated, what contradicts a statement, facts about small values; then
  // what exploration found: first what the rest follows from.
  enum Section { Stated, Refutations, Facts, Essential, Consequences, numSections };
  std::string sections[numSections];
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    const Outcome &outcome = grid.outcomes()[c];
    // What is false is not stated here, and its negation need not be a conjecture.
    if (conjecture.assumed || outcome.status != Status::Proved || outcome.isNegation)
      continue;
    Section section = Stated;
    if (outcome.origin == Origin::Refutation)
      section = Refutations;
    else if (outcome.origin == Origin::Ground)
      section = Facts;
    else if (outcome.origin == Origin::Explored)
      section = outcome.isEssential ? Essential : Consequences;
    std::string comment = outcome.text;
    comment += (comment.empty() ? "" : "; ") + outcome.method;
    for (size_t i = 0; i < outcome.followsFrom.size(); ++i)
      comment += (i ? ", " : "; follows from ") + outcome.followsFrom[i];
    sections[section] += "// " + comment + "\n(conjecture " + conjecture.name + " " +
                         inlined(program, conjecture.statement) + ")\n";
  }
  const char *titles[numSections] = {
      "", "// What contradicts statements that are false.\n",
      "// Facts about small values.\n", "// Found by exploration: essential laws.\n",
      "// Found by exploration: what follows from them directly.\n"};
  std::string result = source();
  for (int s = 0; s < numSections; ++s)
    if (!sections[s].empty())
      result += titles[s] + sections[s];
  return result;
}

std::string Output::open(const Grid &grid, const std::string &stopped) const {
  std::string result = source();
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    const Outcome &outcome = grid.outcomes()[c];
    if (conjecture.assumed || outcome.isDropped || outcome.status != Status::Open)
      continue;
    result += "// open: " + (outcome.limit.empty() ? stopped : outcome.limit) +
              (outcome.text.empty() ? "" : "; " + outcome.text) + "\n(conjecture " +
              conjecture.name + " " + inlined(program, conjecture.statement) + ")\n";
  }
  return result;
}

std::string Output::refuted(const Grid &grid) const {
  std::string result = "statement\tvalues\n";
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const Outcome &outcome = grid.outcomes()[c];
    if (outcome.status != Status::Refuted)
      continue;
    std::string values;
    for (const auto &[name, value] : outcome.assignment)
      values += (values.empty() ? "" : ", ") + name + " = " + value;
    result += grid.conjectures()[c].name + "\t" + values + "\n";
  }
  for (const RefutedEquation &equation : refutedEquations)
    result += equation.text + "\t" + equation.values + "\n";
  return result;
}

std::string Output::results(const Grid &grid, const std::string &stopped,
                            const Phases &phases) const {
  using json = nlohmann::ordered_json;
  json conjectures = json::array();
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    const Outcome &outcome = grid.outcomes()[c];
    if (conjecture.assumed || outcome.isDropped)
      continue;
    json entry{{"name", conjecture.name}, {"status", toString(outcome.status)}};
    if (outcome.origin == Origin::Ground)
      entry["ground"] = true;
    if (outcome.origin == Origin::Refutation)
      entry["refutation"] = true;
    if (outcome.isNegation)
      entry["negation"] = true;
    if (outcome.origin == Origin::Explored)
      entry["explored"] = outcome.status != Status::Proved ? "candidate"
                          : outcome.isEssential            ? "essential"
                                                           : "consequence";
    if (!outcome.text.empty())
      entry["text"] = outcome.text;
    switch (outcome.status) {
    case Status::Proved:
      entry["method"] = outcome.method;
      entry["seconds"] = outcome.seconds;
      entry["steps"] = outcome.proof.steps;
      if (outcome.origin == Origin::Explored && !outcome.isEssential)
        entry["follows_from"] = outcome.followsFrom;
      if (outcome.vacuous && outcome.origin != Origin::Refutation)
        entry["vacuous"] = true;
      break;
    case Status::Refuted:
      // What is proved or open stands in files of theirs.
      entry["statement"] = inlined(program, conjecture.statement);
      entry["seconds"] = outcome.seconds;
      entry["values"] = json::object();
      for (const auto &[name, value] : outcome.assignment)
        entry["values"][name] = value;
      entry["refuted_by"] = outcome.refutedBy;
      if (!outcome.model.empty())
        entry["model"] = outcome.model;
      break;
    case Status::Open:
      entry["limit"] = outcome.limit.empty() ? stopped : outcome.limit;
      if (!outcome.tried.empty())
        entry["tried"] = outcome.tried;
      if (!outcome.missing.empty())
        entry["nearest"] = outcome.missing;
    }
    conjectures.push_back(std::move(entry));
  }
  const Statistics &s = grid.statistics();
  json statistics{{"seconds", s.seconds},
                  {"cycles", s.cycles},
                  {"attempts", s.attempts},
                  {"blocks", s.blocks},
                  {"firings", s.firings},
                  {"slow_firings", s.slowFirings},
                  {"rules_kept", s.rules},
                  {"largest_block_rows", s.largestBlock}};
  statistics["block_rows"] = json::array();
  const auto largest = std::find_if(s.blockSizes.rbegin(), s.blockSizes.rend(),
                                    [](uint64_t count) { return count > 0; });
  for (auto count = s.blockSizes.begin(); count != largest.base(); ++count)
    statistics["block_rows"].push_back(*count);
  statistics["phases"] = json::array();
  for (const auto &[phase, seconds] : phases)
    statistics["phases"].push_back({{"phase", phase}, {"seconds", seconds}});
  json result{{"version", 2}, {"theory", program.theory}};
  if (!stopped.empty())
    result["stopped"] = stopped;
  result["conjectures"] = std::move(conjectures);
  result["statistics"] = std::move(statistics);
  return result.dump(2) + "\n";
}

void Output::writeSummary(const Grid &grid, const std::string &stopped,
                          const Phases &phases) {
  writeFile(directory / "theorems.mpl", theorems(grid));
  writeFile(directory / "open.mpl", open(grid, stopped));
  writeFile(directory / "refuted.tsv", refuted(grid));
  writeFile(directory / "results.json", results(grid, stopped, phases));
  std::error_code error;
  for (const fs::path &file : spare)
    fs::remove(file, error);
  fs::remove(aside(), error); // Unless there is something else in it.
}

} // namespace mplrt
