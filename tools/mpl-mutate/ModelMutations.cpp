//===- ModelMutations.cpp - All ways to spoil a model ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Another row may make another model, so that most changes of rows are not wrong by
// construction. What is: a file that breaks the format, a statement that is true where
// the given one is false, and a structure in which nothing is true of anything.
//
//===----------------------------------------------------------------------===//

#include "Mutations.h"

#include <sstream>

using namespace mplmutate;

namespace {

class ModelMutator {
public:
  explicit ModelMutator(const std::string &text) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      std::vector<std::string> &words = lines.emplace_back();
      std::istringstream all(line);
      for (std::string word; all >> word;)
        words.push_back(word);
      if (words.empty() || words[0][0] == '#')
        lines.pop_back();
    }
  }

  std::vector<Mutant> run() {
    for (at = 0; at < lines.size(); ++at) {
      const std::string &word = lines[at][0];
      if (at < 4)
        header();
      else if (word == "element")
        element();
      else if (word == "set")
        set();
      else if (word == "values")
        values();
      else
        end();
    }
    return std::move(mutants);
  }

private:
  using Lines = std::vector<std::vector<std::string>>;

  void add(const std::string &kind, const Lines &changed) {
    std::string text;
    for (const auto &words : changed) {
      for (size_t i = 0; i < words.size(); ++i)
        text += (i ? " " : "") + words[i];
      text += "\n";
    }
    mutants.push_back({kind, at + 1, text});
  }
  void replace(const std::string &kind, size_t word, const std::string &by) {
    Lines changed = lines;
    changed[at].resize(std::max(changed[at].size(), word + 1));
    changed[at][word] = by;
    add(kind, changed);
  }
  void repeatLine(const std::string &kind) {
    Lines changed = lines;
    changed.insert(changed.begin() + at, lines[at]);
    add(kind, changed);
  }
  void dropLine(const std::string &kind) {
    Lines changed = lines;
    changed.erase(changed.begin() + at);
    add(kind, changed);
  }

  void header() {
    dropLine("drop-header-line");
    repeatLine("repeat-header-line");
    replace("one-word-more", lines[at].size(), "more");
    if (at == 0)
      replace("change-version", 1, "2");
    if (at == 1)
      replace("change-theory", 1, "Nowhere");
    if (at == 2) {
      const std::string statement = lines[at][2];
      replace("refute-negation", 2,
              statement[0] == '!' ? statement.substr(1) : "!" + statement);
      replace("refute-nothing", 2, "(&" + statement + "!" + statement + ")");
      replace("refute-tautology", 2, "(>[]" + statement + statement + ")");
      replace("refute-garbage", 2, statement + ")");
    }
    if (at == 3)
      for (const char *number : {"0", "-1", "01", "x", "1000000", "99999999999"})
        replace("change-elements", 1, number);
  }

  void element() {
    repeatLine("repeat-constant");
    replace("unknown-constant", 1, "no_such_constant");
    replace("element-beyond", 2, lines[3][1]);
    replace("element-garbage", 2, lines[at][2] + "x");
    replace("constant-as-set", 0, "set");
    replace("one-word-more", 3, "0");
  }

  void set() {
    repeatLine("repeat-set");
    replace("unknown-set", 1, "no_such_set");
    replace("set-as-constant", 0, "element");
    for (size_t i = 2; i < lines[at].size(); ++i) {
      const std::string row = lines[at][i];
      replace("longer-row", i, row + ",0");
      replace("element-beyond", i, lines[3][1] + row.substr(std::min(row.find(','), row.size())));
      replace("empty-element", i, row + ",");
      replace("repeat-row", lines[at].size(), row);
      if (const size_t comma = row.rfind(','); comma != row.npos)
        replace("shorter-row", i, row.substr(0, comma));
    }
  }

  void values() {
    repeatLine("repeat-values");
    for (size_t i = 1; i < lines[at].size(); ++i) {
      const std::string value = lines[at][i];
      replace("repeat-value", lines[at].size(), value);
      replace("value-beyond", i, value.substr(0, value.find('=') + 1) + lines[3][1]);
      replace("no-value", i, value.substr(0, value.find('=')));
    }
  }

  void end() {
    dropLine("drop-end");
    repeatLine("repeat-end");
    replace("one-word-more", 1, "more");
  }

  Lines lines;
  size_t at = 0;
  std::vector<Mutant> mutants;
};

} // namespace

std::vector<Mutant> mplmutate::mutateModel(const std::string &text) {
  return ModelMutator(text).run();
}
