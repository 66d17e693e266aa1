//===- ProofText.cpp - The lines of a proof and their scopes --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Follows the blocks of a proof that is known to be valid, just closely enough
// to say what is in scope on every line.
//
//===----------------------------------------------------------------------===//

#include "ProofText.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace mplmutate;

size_t Line::firstCited() const {
  static const std::set<std::string> bare{"both", "chain", "rewrite", "absurd"};
  if (bare.count(reason()))
    return 3;
  auto from = std::find(words.begin(), words.end(), "from");
  return from == words.end() ? words.size()
                             : size_t(from - words.begin()) + 1;
}

std::string Line::text() const {
  std::string all;
  for (const std::string &word : words)
    all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string mplmutate::join(const std::vector<Line> &lines) {
  std::string all;
  for (const Line &line : lines)
    all += line.text() + "\n";
  return all;
}

std::vector<std::pair<size_t, size_t>>
mplmutate::argumentsOf(const std::string &formula) {
  std::vector<std::pair<size_t, size_t>> found;
  for (size_t i = 0; i < formula.size(); ++i) {
    if (formula[i] != '[' || (i >= 2 && formula.substr(i - 2, 2) == "(>"))
      continue;
    size_t start = i + 1;
    for (; formula[i] != ']'; ++i)
      if (formula[i + 1] == ',' || formula[i + 1] == ']') {
        found.push_back({start, i + 1 - start});
        start = i + 2;
      }
  }
  return found;
}

/// Names that a line introduces into its block.
static std::vector<std::string> introducedBy(const Line &line) {
  std::vector<std::string> names;
  auto afterSign = [&](size_t i) {
    for (; i < line.words.size() && line.words[i] != "from"; ++i)
      names.push_back(line.words[i].substr(line.words[i].find('=') + 1));
  };
  if (line.word(0) == "case")
    names.assign(line.words.begin() + 2, line.words.end());
  else if (line.word(0) == "fix")
    afterSign(1);
  else if (line.word(0) == "member")
    afterSign(2);
  else if (line.reason() == "show")
    names.assign(line.words.begin() + std::min<size_t>(4, line.words.size()),
                 line.words.end());
  else if (line.reason() == "witness")
    afterSign(size_t(std::find(line.words.begin(), line.words.end(), "new") -
                     line.words.begin()) +
              1);
  return names;
}

namespace {
struct Scope {
  int number;
  bool cases;
  size_t steps, names;
};
} // namespace

ProofText::ProofText(const std::string &text) {
  std::istringstream in(text);
  std::vector<Scope> scopes;
  std::vector<int> steps;
  std::vector<std::string> names, retired;
  auto close = [&] {
    retired.insert(retired.end(), names.begin() + scopes.back().names,
                   names.end());
    steps.resize(scopes.back().steps);
    names.resize(scopes.back().names);
    int number = scopes.back().number;
    scopes.pop_back();
    return number;
  };
  for (std::string raw; std::getline(in, raw);) {
    Line line;
    std::istringstream words(raw);
    for (std::string word; words >> word;)
      line.words.push_back(word);
    if (line.words.empty() || line.words[0][0] == '#')
      continue;
    if (isdigit(line.words[0][0]))
      line.number = std::stoi(line.words[0]);
    bool within = line.word(0) == "case" || line.word(0) == "member";
    // Cases go on until a line that does not continue them.
    while (!within && !scopes.empty() && scopes.back().cases &&
           line.word(0) != "fix") {
      int number = close();
      steps.push_back(number);
    }
    line.depth = int(scopes.size());
    for (const Scope &scope : scopes)
      line.open.push_back(scope.number);
    line.inScope = steps;
    line.known = names;
    line.retired = retired;
    line.introduces = introducedBy(line);
    if (line.word(0) == "end") {
      int number = close();
      if (scopes.empty() || !scopes.back().cases ||
          scopes.back().number != number)
        steps.push_back(number);
    }
    bool cases = line.reason() == "induction" || line.reason() == "split" ||
                 line.reason() == "cases";
    if (within)
      scopes.push_back({scopes.back().number, false, steps.size(),
                        names.size()});
    else if (line.isStep() && (cases || line.reason() == "show"))
      scopes.push_back({line.number, cases, steps.size(), names.size()});
    else if (line.isStep())
      steps.push_back(line.number);
    names.insert(names.end(), line.introduces.begin(), line.introduces.end());
    if (line.isStep())
      lineOf[line.number] = lines.size();
    lines.push_back(std::move(line));
  }
  // Names in the statement that it does not bind are constants.
  const std::string &statement = lines.size() > 2 ? lines[2].word(2) : "";
  for (auto [at, length] : argumentsOf(statement)) {
    std::string name = statement.substr(at, length);
    if (statement.find("[" + name + ",") == statement.npos &&
        statement.find("," + name + "]") != statement.npos &&
        statement.find("(>[" + name + "]") == statement.npos)
      constants.push_back(name);
  }
}

/// The line of the `end` that belongs to a `case` or `member`.
size_t ProofText::endOf(size_t caseLine) const {
  for (size_t i = caseLine + 1; i < lines.size(); ++i)
    if (lines[i].word(0) == "end" &&
        lines[i].depth == lines[caseLine].depth + 1)
      return i;
  return lines.size();
}
