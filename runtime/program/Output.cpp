//===- Output.cpp - What a run leaves behind ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Output.h"

#include "runtime/proof/Inline.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
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

constexpr const char *marker = ".mplc-run"; ///< In each folder that a run wrote.
constexpr unsigned maxAside = 100; ///< Names for proofs of an earlier run.
constexpr const char *summaries[] = {"results.json", "refuted.tsv", "theorems.mpl",
                                     "open.mpl", "flat.txt"};

std::string reason() { return std::strerror(errno); }

/// A regular file with no other name: what is written to it changes nothing elsewhere.
bool isOwn(const struct stat &info) {
  return S_ISREG(info.st_mode) && info.st_nlink == 1;
}

/// Opens a file of a folder to be written. Links, pipes and what has other names are
/// removed first and not followed. The file is not emptied: what was emptied and closed
/// again some file systems write to the disk at once.
int openOwn(int folder, const std::string &name) {
  const int flags = O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  const int file = openat(folder, name.c_str(), flags);
  struct stat info {};
  if (file >= 0 && fstat(file, &info) == 0 && isOwn(info))
    return file;
  if (file >= 0)
    close(file);
  unlinkat(folder, name.c_str(), 0);
  return openat(folder, name.c_str(), flags | O_CREAT | O_EXCL, 0666);
}

/// Makes this the content of a file, which may exist.
bool overwrite(int folder, const std::string &name, const std::string &text) {
  const int file = openOwn(folder, name);
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
  const int error = errno;
  const bool isClosed = ::close(file) == 0;
  if (!isWhole)
    errno = error;
  return isClosed && isWhole;
}

/// A subfolder, which is no link; -1 if there is none.
int openFolder(int folder, const char *name) {
  return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// The names in an open folder, in order.
std::vector<std::string> namesIn(int folder) {
  std::vector<std::string> names;
  DIR *stream = fdopendir(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!stream)
    return names;
  while (const dirent *entry = readdir(stream))
    if (const std::string name = entry->d_name; name != "." && name != "..")
      names.push_back(name);
  closedir(stream);
  std::sort(names.begin(), names.end());
  return names;
}

/// Of the names that a run gives to files in `proofs`.
bool isOfRun(const std::string &name) {
  const std::string kind = fs::path(name).extension();
  return kind == ".proof" || kind == ".part" || kind == ".model";
}

/// Runs before there was a marker are known by their results.
bool isFolderOfRun(int folder, const std::vector<std::string> &names) {
  struct stat info {};
  if (fstatat(folder, marker, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(info.st_mode))
    return true;
  const int file = openat(folder, "results.json",
                          O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return names.empty();
  char start[64];
  const ssize_t n = read(file, start, sizeof start);
  close(file);
  const std::string text(start, n > 0 ? size_t(n) : 0);
  return text.starts_with("{\n  \"version\":") &&
         text.find("\"theory\"") != std::string::npos;
}

} // namespace

Output::Output(fs::path directory, const calculus::Program &program, bool isForced)
    : directory(std::move(directory)), program(program), isForced(isForced),
      lastTheorems(std::chrono::steady_clock::now()) {}

Output::~Output() {
  for (const int file : {root, proofs, old, flat})
    if (file >= 0)
      close(file);
}

void Output::fail(const fs::path &path, const std::string &why) {
  if (failure.empty())
    failure = path.string() + ": " + why;
}

/// Whether it may be written to: a folder with the source of this very theory never.
bool Output::isOurs() {
  for (const calculus::Conjecture &conjecture : program.conjectures) {
    // FILE:LINE:COLUMN
    std::string file = conjecture.location;
    for (int part = 0; part < 2; ++part)
      file.resize(std::min(file.rfind(':'), file.size()));
    std::error_code none, error;
    const fs::path source = fs::absolute(file, error);
    if (!file.empty() && fs::is_regular_file(source, none) &&
        fs::equivalent(source.parent_path(), directory, none)) {
      fail(directory, "has the theory's source, " + source.filename().string() +
                          ": choose another folder");
      return false;
    }
  }
  if (isForced || isFolderOfRun(root, namesIn(root)))
    return true;
  fail(directory, "is not empty, and no run wrote it; --force writes to it all the same");
  return false;
}

/// Proofs of an earlier run are put aside at once, and their files used again: file
/// systems are slow to make files while many were removed a moment ago. One rename moves
/// them all, so that at any moment the proofs are those of one run. What is no file of
/// a run goes back.
void Output::setAside() {
  for (unsigned number = 0; number < maxAside; ++number) {
    aside = "proofs.old" + (number ? "." + std::to_string(number) : "");
    old = openFolder(root, aside.c_str());
    if (old >= 0) { // A run was killed: these are of one before it.
      for (const std::string &name : namesIn(old))
        if (isOfRun(name))
          unlinkat(old, name.c_str(), 0);
      close(old);
      old = -1;
    }
    if (renameat(root, "proofs", root, aside.c_str()) == 0) {
      old = openFolder(root, aside.c_str());
      return;
    }
    if (errno == ENOENT)
      return; // There are none.
    if (errno != ENOTEMPTY && errno != EEXIST && errno != ENOTDIR)
      break;
    // Somebody keeps something of that name.
  }
  fail(directory / "proofs", "cannot be set aside: " + reason());
}

void Output::useAgain() {
  for (const std::string &name : old < 0 ? std::vector<std::string>() : namesIn(old)) {
    struct stat info {};
    if (fstatat(old, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
      continue;
    if (!isOfRun(name))
      renameat(old, name.c_str(), proofs, name.c_str());
    else if (isOwn(info))
      spare.push_back(name);
    else
      unlinkat(old, name.c_str(), 0);
  }
}

void Output::open() {
  std::error_code error;
  fs::create_directories(directory, error);
  if (!error)
    root = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (error || root < 0)
    return fail(directory, error ? error.message() : reason());
  if (!isOurs())
    return;
  const int known = openFolder(root, "proofs");
  if (known < 0 && errno != ENOENT)
    return fail(directory / "proofs", "is no folder, or a link");
  if (known >= 0)
    close(known);
  if (!overwrite(root, marker, "A run of mplc wrote this folder, and the next may.\n"))
    return fail(directory / marker, reason());
  // Only files that a run writes: the directory may hold other things. First what
  // speaks of the proofs, then these.
  for (const char *name : summaries)
    unlinkat(root, name, 0);
  setAside();
  if (failure.empty() && mkdirat(root, "proofs", 0777) != 0)
    fail(directory / "proofs", reason());
  proofs = openFolder(root, "proofs");
  if (proofs < 0)
    return fail(directory / "proofs", reason());
  useAgain();
}

void Output::writeFile(int folder, const std::string &name, const std::string &text) {
  if (!failure.empty())
    return;
  const std::string part = name + ".part";
  if (!overwrite(folder, part, text) ||
      renameat(folder, part.c_str(), folder, name.c_str()) != 0)
    fail((folder == proofs ? directory / "proofs" : directory) / name,
         "cannot be written: " + reason());
}

void Output::writeProof(const std::string &name, const WrittenProof &proof) {
  // A statement's name is an identifier, which is a file's name as it is.
  if (!spare.empty() && failure.empty()) {
    // If that fails, a file is made.
    renameat(old, spare.back().c_str(), proofs, (name + ".proof.part").c_str());
    spare.pop_back();
  }
  writeFile(proofs, name + ".proof", proof.text);
}

void Output::writeModel(const std::string &name, const std::string &text) {
  writeFile(proofs, name + ".model", text);
}

void Output::writeTheoremsIfDue(const Store &store) {
  const auto now = std::chrono::steady_clock::now();
  if (now - lastTheorems < theoremsInterval)
    return;
  lastTheorems = now;
  writeFile(root, "theorems.mpl", theorems(store));
}

void Output::addRefuted(const std::vector<RefutedEquation> &equations) {
  refutedEquations.insert(refutedEquations.end(), equations.begin(), equations.end());
}

void Output::addFlat(const std::string &text) {
  // Far more than is kept in memory: the file grows, whole lines at a time.
  if (!failure.empty())
    return;
  if (flat < 0)
    flat = openOwn(root, "flat.txt");
  std::string line = text + '\n';
  while (!line.empty()) {
    const ssize_t n = ::write(flat, line.data(), line.size());
    if (n < 0 && errno != EINTR)
      return fail(directory / "flat.txt", "cannot be written: " + reason());
    line.erase(0, n > 0 ? size_t(n) : 0);
  }
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

std::string Output::theorems(const Store &store) const {
  // What was stated, what contradicts a statement, facts about small values; then
  // what exploration found: first what the rest follows from.
  enum Section { Stated, Refutations, Facts, Essential, Consequences, numSections };
  std::string sections[numSections];
  for (size_t c = 0; c < store.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = store.conjectures()[c];
    const Outcome &outcome = store.outcomes()[c];
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

std::string Output::open(const Store &store, const std::string &stopped) const {
  std::string result = source();
  for (size_t c = 0; c < store.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = store.conjectures()[c];
    const Outcome &outcome = store.outcomes()[c];
    if (conjecture.assumed || outcome.isDropped || outcome.status != Status::Open)
      continue;
    result += "// open: " + (outcome.limit.empty() ? stopped : outcome.limit) +
              (outcome.text.empty() ? "" : "; " + outcome.text) + "\n(conjecture " +
              conjecture.name + " " + inlined(program, conjecture.statement) + ")\n";
  }
  return result;
}

std::string Output::refuted(const Store &store) const {
  std::string result = "statement\tvalues\n";
  for (size_t c = 0; c < store.outcomes().size(); ++c) {
    const Outcome &outcome = store.outcomes()[c];
    if (outcome.status != Status::Refuted)
      continue;
    std::string values;
    for (const auto &[name, value] : outcome.assignment)
      values += (values.empty() ? "" : ", ") + name + " = " + value;
    result += store.conjectures()[c].name + "\t" + values + "\n";
  }
  for (const RefutedEquation &equation : refutedEquations)
    result += equation.text + "\t" + equation.values + "\n";
  return result;
}

std::string Output::results(const Store &store, const Statistics &s,
                            const std::string &stopped, const Phases &phases) const {
  using json = nlohmann::ordered_json;
  json conjectures = json::array();
  for (size_t c = 0; c < store.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = store.conjectures()[c];
    const Outcome &outcome = store.outcomes()[c];
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
  json statistics{{"seconds", store.elapsed()},
                  {"cycles", s.cycles},
                  {"attempts", s.attempts},
                  {"blocks", s.blocks},
                  {"firings", s.firings},
                  {"slow_firings", s.slowFirings},
                  {"rules_kept", store.numRules()},
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

void Output::writeSummary(const Store &store, const Statistics &statistics,
                          const std::string &stopped, const Phases &phases) {
  writeFile(root, "theorems.mpl", theorems(store));
  writeFile(root, "open.mpl", open(store, stopped));
  writeFile(root, "refuted.tsv", refuted(store));
  writeFile(root, "results.json", results(store, statistics, stopped, phases));
  if (old < 0)
    return;
  for (const std::string &name : spare)
    unlinkat(old, name.c_str(), 0);
  unlinkat(root, aside.c_str(), AT_REMOVEDIR); // Unless there is something else in it.
}

} // namespace mplrt
