//===- Run.cpp - Reads the folder of a run --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

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

static bool readFile(const fs::path &path, std::string &text) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  text = all.str();
  return bool(in);
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
    return order() && readResults() && readOpen();
  }

private:
  bool fail(const fs::path &path, const std::string &message) {
    error = path.string() + ": " + message;
    return false;
  }

  bool readTheoryFile() {
    const fs::path path = folder / "theorems.mpl";
    std::string text;
    if (!readFile(path, text))
      return fail(path, "cannot be read");
    if (!readTheory(text, run.theory, error))
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
      if (!readFile(path, texts.emplace_back()))
        return fail(path, "cannot be read");
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

  bool readResults() {
    using json = nlohmann::ordered_json;
    const fs::path path = folder / "results.json";
    std::string text;
    if (!fs::exists(path) || !readFile(path, text))
      return true;
    const json results = json::parse(text, nullptr, false);
    if (!results.is_object() || !results.contains("conjectures"))
      return fail(path, "is no report of a run");
    auto word = [](const json &entry, const char *key) {
      auto it = entry.find(key);
      return it != entry.end() && it->is_string() ? it->get<std::string>()
                                                  : std::string();
    };
    auto words = [](const json &entry, const char *key) {
      std::vector<std::string> result;
      auto it = entry.find(key);
      if (it != entry.end() && it->is_array())
        for (const json &name : *it)
          if (name.is_string())
            result.push_back(name.get<std::string>());
      return result;
    };
    run.stopped = word(results, "stopped");
    std::map<std::string, Theorem *> theorems;
    for (Theorem &theorem : run.theorems)
      theorems[theorem.name] = &theorem;
    for (const json &entry : results["conjectures"]) {
      if (!entry.is_object())
        continue;
      const std::string name = word(entry, "name");
      limits[name] = word(entry, "limit");
      if (word(entry, "status") == "refuted") {
        Refuted &refuted = run.refuted.emplace_back();
        refuted.name = name;
        refuted.by = words(entry, "refuted_by");
        refuted.model = word(entry, "model");
        if (auto values = entry.find("values");
            values != entry.end() && values->is_object())
          for (const auto &[variable, value] : values->items())
            if (value.is_string())
              refuted.values.emplace_back(variable, value.get<std::string>());
      }
      auto it = theorems.find(name);
      if (it == theorems.end())
        continue;
      Theorem &theorem = *it->second;
      theorem.method = word(entry, "method");
      theorem.text = word(entry, "text");
      theorem.followsFrom = words(entry, "follows_from");
      theorem.explored = word(entry, "explored");
      auto vacuous = entry.find("vacuous");
      theorem.isVacuous = vacuous != entry.end() && *vacuous == json(true);
      auto seconds = entry.find("seconds");
      if (seconds != entry.end() && seconds->is_number())
        theorem.seconds = seconds->get<double>();
    }
    return true;
  }

  bool readOpen() {
    const fs::path path = folder / "open.mpl";
    std::string text;
    if (!fs::exists(path) || !readFile(path, text))
      return true;
    Theory theory;
    if (!readTheory(text, theory, error))
      return fail(path, error);
    for (const Statement &statement : theory.stated)
      run.open.push_back(
          {statement.name, statement.formula, limits[statement.name]});
    return true;
  }

  const fs::path folder;
  Run &run;
  std::string &error;
  std::map<std::string, FormulaRef> statements;
  std::vector<fs::path> paths;
  std::vector<std::string> texts;
  std::map<std::string, std::string> limits;
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
