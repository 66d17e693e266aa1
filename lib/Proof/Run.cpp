//===- Run.cpp - Reads the folder of a run --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

#include "mplc/Support/RegularFile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace mplc::proof {

namespace fs = std::filesystem;

const Theorem *Run::theorem(std::string_view name) const {
  for (const Theorem &theorem : theorems)
    if (theorem.name == name)
      return &theorem;
  return nullptr;
}

namespace {

class RunReader {
public:
  RunReader(fs::path folder, Run &run, std::string &error)
      : folder(std::move(folder)), run(run), error(error) {}

  bool read() {
    if (!readTheoryFile() || !readHeaders())
      return false;
    for (size_t i = 0; i < run.theorems.size(); ++i) {
      const std::string name = run.theorems[i].name;
      run.theorems[i] = {};
      if (!readProof(run.theory, statements, texts[i], run.theorems[i], error))
        return fail(paths[i], error);
    }
    return order() && readResults() && readOpen() && readFalseEquations();
  }

private:
  bool fail(const fs::path &path, const std::string &message) {
    error = path.string() + ": " + message;
    return false;
  }

  bool readTheoryFile() {
    const fs::path path = folder / "theorems.mpl";
    if (!readRegularFile(path.string(), theoryText, error))
      return fail(path, error);
    if (!readTheory(theoryText, run.theory, error))
      return fail(path, error);
    for (const auto *list : {&run.theory.assumed, &run.theory.stated})
      for (const Statement &statement : *list)
        if (!statements.emplace(statement.name, statement.formula).second)
          return fail(path, "'" + statement.name + "' is stated twice");
    return true;
  }

  /// A proof may use one that is read later, and where a theorem is cited its
  /// variables have the names of the header of its proof.
  bool readHeaders() {
    std::error_code code;
    for (const auto &entry : fs::directory_iterator(folder / "proofs", code))
      if (entry.path().extension() == ".proof")
        paths.push_back(entry.path());
    if (code)
      return fail(folder / "proofs", code.message());
    std::sort(paths.begin(), paths.end());
    std::map<std::string, FormulaRef> headers;
    for (const fs::path &path : paths) {
      Theorem &theorem = run.theorems.emplace_back();
      if (!readRegularFile(path.string(), texts.emplace_back(), error))
        return fail(path, error);
      if (!readHeader(run.theory, statements, texts.back(), theorem, error))
        return fail(path, error);
      if (!headers.emplace(theorem.name, theorem.statement).second)
        return fail(path, "'" + theorem.name + "' is proved twice");
    }
    for (const Statement &statement : run.theory.stated)
      if (!headers.count(statement.name))
        return fail(folder / "proofs",
                    "there is no proof of '" + statement.name + "'");
    for (auto &[name, formula] : headers)
      statements[name] = formula;
    return true;
  }

  /// Each theorem after those that it uses, otherwise as theorems.mpl has them.
  /// Depth first without recursion: chains of uses may be long.
  bool order() {
    std::map<std::string, size_t> index, place;
    for (size_t i = 0; i < run.theory.stated.size(); ++i)
      place[run.theory.stated[i].name] = i + 1;
    std::vector<size_t> roots(run.theorems.size());
    for (size_t i = 0; i < roots.size(); ++i)
      index[run.theorems[roots[i] = i].name] = i;
    for (const Theorem &theorem : run.theorems)
      if (!theorem.refutes.empty())
        place[theorem.name] = roots.size() + run.theory.stated.size();
    std::sort(roots.begin(), roots.end(), [&](size_t a, size_t b) {
      return std::pair(place[run.theorems[a].name], a) <
             std::pair(place[run.theorems[b].name], b);
    });
    enum class State { New, Open, Done };
    std::vector<State> states(roots.size(), State::New);
    std::vector<Theorem> sorted;
    for (size_t root : roots) {
      std::vector<std::pair<size_t, size_t>> path;
      auto enter = [&](size_t theorem) {
        states[theorem] = State::Open;
        path.emplace_back(theorem, 0);
      };
      if (states[root] == State::New)
        enter(root);
      while (!path.empty()) {
        auto &[at, next] = path.back();
        const std::vector<std::string> &uses = run.theorems[at].uses;
        if (next == uses.size()) {
          states[at] = State::Done;
          sorted.push_back(std::move(run.theorems[at]));
          path.pop_back();
          continue;
        }
        const std::string &name = uses[next++];
        auto used = index.find(name);
        if (used == index.end()) {
          if (!run.theory.assumption(name))
            return fail(paths[at],
                        "theorem '" + name + "' is neither proved nor assumed");
        } else if (states[used->second] == State::Open) {
          return fail(paths[at], "it cites itself through '" + name + "'");
        } else if (states[used->second] == State::New) {
          enter(used->second);
        }
      }
    }
    run.theorems = std::move(sorted);
    return true;
  }

  using Json = nlohmann::ordered_json;

  static std::string word(const Json &entry, const char *key) {
    auto it = entry.find(key);
    return it != entry.end() && it->is_string() ? it->get<std::string>()
                                                : std::string();
  }

  static std::vector<std::string> words(const Json &entry, const char *key) {
    std::vector<std::string> result;
    auto it = entry.find(key);
    if (it != entry.end() && it->is_array())
      for (const Json &name : *it)
        if (name.is_string())
          result.push_back(name.get<std::string>());
    return result;
  }

  template <typename Number>
  static void number(const Json &entry, const char *key, Number &value) {
    auto it = entry.find(key);
    if (it != entry.end() && it->is_number())
      value = it->get<Number>();
  }

  static bool flag(const Json &entry, const char *key) {
    auto it = entry.find(key);
    return it != entry.end() && *it == Json(true);
  }

  bool readResults() {
    const fs::path path = folder / "results.json";
    std::string text;
    if (!fs::exists(path))
      return true;
    if (!readRegularFile(path.string(), text, error))
      return fail(path, error);
    const Json results = Json::parse(text, nullptr, false);
    if (!results.is_object() || !results.contains("conjectures"))
      return fail(path, "is no report of a run");
    run.stopped = word(results, "stopped");
    if (auto it = results.find("statistics");
        it != results.end() && it->is_object())
      readStatistics(*it);
    std::map<std::string, Theorem *> theorems;
    for (Theorem &theorem : run.theorems)
      theorems[theorem.name] = &theorem;
    for (const Json &entry : results["conjectures"]) {
      if (!entry.is_object())
        continue;
      const std::string name = word(entry, "name");
      Open &open = opens[name];
      open.limit = word(entry, "limit");
      open.text = word(entry, "text");
      open.tried = word(entry, "tried");
      open.nearest = words(entry, "nearest");
      open.isExplored = entry.contains("explored");
      if (word(entry, "status") == "refuted")
        readRefuted(entry);
      auto it = theorems.find(name);
      if (it == theorems.end())
        continue;
      Theorem &theorem = *it->second;
      theorem.method = word(entry, "method");
      theorem.text = word(entry, "text");
      theorem.followsFrom = words(entry, "follows_from");
      theorem.explored = word(entry, "explored");
      theorem.isVacuous = flag(entry, "vacuous");
      theorem.isGround = flag(entry, "ground");
      theorem.isRefutation = flag(entry, "refutation");
      number(entry, "seconds", theorem.seconds);
    }
    return readRefutedStatements();
  }

  void readRefuted(const Json &entry) {
    Refuted &refuted = run.refuted.emplace_back();
    refuted.name = word(entry, "name");
    refuted.text = word(entry, "text");
    refuted.isExplored = entry.contains("explored");
    refuted.by = words(entry, "refuted_by");
    refuted.model = word(entry, "model");
    number(entry, "seconds", refuted.seconds);
    if (auto values = entry.find("values");
        values != entry.end() && values->is_object())
      for (const auto &[variable, value] : values->items())
        if (value.is_string())
          refuted.values.emplace_back(variable, value.get<std::string>());
    if (const std::string text = word(entry, "statement"); !text.empty()) {
      stating.push_back(run.refuted.size() - 1);
      refutedText += "(conjecture " + refuted.name + " " + text + ")\n";
    }
  }

  /// What is false stands in results.json only. It is read as if theorems.mpl
  /// stated it, where all have the types of their constants.
  bool readRefutedStatements() {
    if (stating.empty())
      return true;
    Theory theory;
    if (!readTheory(theoryText + refutedText, theory, error))
      return fail(folder / "results.json", "statement: " + error);
    const size_t start = theory.stated.size() - stating.size();
    for (size_t i = 0; i < stating.size(); ++i)
      run.refuted[stating[i]].statement = theory.stated[start + i].formula;
    return true;
  }

  void readStatistics(const Json &entry) {
    Statistics &s = run.statistics;
    s.isKnown = true;
    number(entry, "seconds", s.seconds);
    number(entry, "cycles", s.cycles);
    number(entry, "attempts", s.attempts);
    number(entry, "blocks", s.blocks);
    number(entry, "firings", s.firings);
    number(entry, "slow_firings", s.slowFirings);
    number(entry, "rules_kept", s.rulesKept);
    number(entry, "largest_block_rows", s.largestBlockRows);
    if (auto it = entry.find("phases"); it != entry.end() && it->is_array())
      for (const Json &phase : *it)
        if (phase.is_object()) {
          auto &[name, seconds] =
              s.phases.emplace_back(word(phase, "phase"), 0);
          number(phase, "seconds", seconds);
        }
    if (auto it = entry.find("block_rows"); it != entry.end() && it->is_array())
      for (const Json &count : *it)
        if (s.blockRows.size() < 32) // As many sizes as a block can have.
          s.blockRows.push_back(count.is_number() ? count.get<uint64_t>() : 0);
  }

  bool readOpen() {
    const fs::path path = folder / "open.mpl";
    std::string text;
    if (!fs::exists(path))
      return true;
    if (!readRegularFile(path.string(), text, error))
      return fail(path, error);
    Theory theory;
    if (!readTheory(text, theory, error))
      return fail(path, error);
    for (const Statement &statement : theory.stated) {
      Open &open = run.open.emplace_back(std::move(opens[statement.name]));
      open.name = statement.name;
      open.statement = statement.formula;
    }
    return true;
  }

  /// Lines with a statement and values, tabs between. Conjectures stand in
  /// results.json with more.
  bool readFalseEquations() {
    const fs::path path = folder / "refuted.tsv";
    std::string text, line;
    if (!fs::exists(path))
      return true;
    if (!readRegularFile(path.string(), text, error))
      return fail(path, error);
    std::set<std::string> names;
    for (const Refuted &refuted : run.refuted)
      names.insert(refuted.name);
    std::istringstream lines(text);
    if (!std::getline(lines, line) || line != "statement\tvalues")
      return fail(path, "is no list of false statements");
    while (std::getline(lines, line)) {
      const size_t tab = line.find('\t');
      if (tab == line.npos)
        return fail(path, "a line has no tab");
      std::string statement = line.substr(0, tab);
      if (!names.count(statement))
        run.falseEquations.push_back(
            {std::move(statement), line.substr(tab + 1)});
    }
    return true;
  }

  const fs::path folder;
  Run &run;
  std::string &error;
  std::map<std::string, FormulaRef> statements;
  std::vector<fs::path> paths;
  std::vector<std::string> texts;
  std::string theoryText, refutedText;
  std::vector<size_t> stating; ///< Refuted ones with a statement, in order.
  std::map<std::string, Open> opens; ///< What results.json says of each.
};

} // namespace

std::unique_ptr<Run> readRun(const std::string &folder, std::string &error) {
  auto run = std::make_unique<Run>();
  error.clear();
  if (!RunReader(folder, *run, error).read())
    return nullptr;
  return run;
}

} // namespace mplc::proof
