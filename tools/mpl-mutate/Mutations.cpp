//===- Mutations.cpp - All ways to spoil a proof --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One small corruption at a time. A kind is kept only if the result cannot be
// valid: what a clause, witness, exists, fold or both step cites is determined
// by its formula and terms, so another formula in its place is wrong; a chain
// may lead another way, so that its citations are only exchanged for steps that
// are not in scope.
//
//===----------------------------------------------------------------------===//

#include "Mutations.h"

#include <algorithm>
#include <random>
#include <set>

using namespace mplmutate;

namespace {

bool contains(const std::vector<int> &all, int one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool isPlain(const std::string &formula) {
  return formula != "false" && formula.find("(&") == formula.npos &&
         formula.find("(>") == formula.npos;
}

/// Whether the reason determines what it cites and how much.
bool isExact(const Line &line) {
  static const std::set<std::string> exact{"clause", "witness", "exists",
                                           "fold", "both"};
  return exact.count(line.reason()) > 0;
}

class Mutator {
public:
  explicit Mutator(const ProofText &proof) : proof(proof) {}

  std::vector<Mutant> run() {
    header();
    for (size_t i = 0; i < proof.lines.size(); ++i) {
      at = i;
      const Line &line = proof.lines[i];
      if (line.isStep())
        step(line);
      if (line.word(0) == "case" || line.word(0) == "member")
        block(line);
      if (line.word(0) == "end" || line.word(0) == "qed")
        closing(line);
      if (!line.introduces.empty())
        names(line);
    }
    return std::move(mutants);
  }

private:
  //===--- Making mutants -------------------------------------------------===//

  void add(const std::string &kind, const std::vector<Line> &lines) {
    mutants.push_back({kind, at + 1, join(lines)});
  }
  void replace(const std::string &kind, std::vector<std::string> words) {
    std::vector<Line> lines = proof.lines;
    lines[at].words = std::move(words);
    add(kind, lines);
  }
  void replaceWord(const std::string &kind, size_t i, std::string word) {
    std::vector<std::string> words = proof.lines[at].words;
    words[i] = std::move(word);
    replace(kind, words);
  }
  void dropWord(const std::string &kind, size_t i) {
    std::vector<std::string> words = proof.lines[at].words;
    words.erase(words.begin() + i);
    replace(kind, words);
  }
  void dropLines(const std::string &kind, size_t first, size_t last) {
    std::vector<Line> lines = proof.lines;
    lines.erase(lines.begin() + first, lines.begin() + last);
    add(kind, lines);
  }
  void insert(const std::string &kind, size_t where,
              std::vector<std::string> words) {
    std::vector<Line> lines = proof.lines;
    Line line;
    line.words = std::move(words);
    lines.insert(lines.begin() + where, line);
    add(kind, lines);
  }

  //===--- The file as a whole --------------------------------------------===//

  void header() {
    const std::vector<Line> &lines = proof.lines;
    for (at = 0; at < 3 && at < lines.size(); ++at)
      dropLines("drop-header-line", at, at + 1);
    at = 0;
    replaceWord("change-version", 1, "2");
    at = 1;
    replaceWord("change-theory", 1, "Nowhere");
    at = 2;
    replaceWord("rename-to-theory", 1, lines[1].word(1));
    replaceWord("state-false", 2, "false");
    const std::string statement = lines[2].word(2);
    replaceWord("negate-theorem", 2, "!" + statement);
    replaceWord("repeat-theorem", 2, "(&" + statement + statement + ")");
    for (auto [offset, length] : argumentsOf(statement)) {
      std::string changed = statement;
      for (const std::string &constant : proof.constants)
        if (constant != statement.substr(offset, length))
          replaceWord("change-theorem", 2,
                      changed.replace(offset, length, constant));
    }
    const bool refutes = lines[3].word(0) == "refutes";
    if (refutes)
      refuted();
    uses(refutes ? 4 : 3);
  }

  /// What the theorem is said to refute. Without the line it is a theorem still.
  void refuted() {
    at = 3;
    const std::string name = proof.lines[3].word(1), statement = proof.lines[3].word(2);
    dropWord("drop-refuted", 2);
    dropWord("drop-refuted-name", 1);
    replaceWord("refute-negation", 2, statement[0] == '!' ? statement.substr(1)
                                                          : "!" + statement);
    replaceWord("refute-false", 2, "false");
    replaceWord("refute-itself", 2, proof.lines[2].word(2));
    replaceWord("refute-twice", 2, "(&" + statement + statement + ")");
    insert("refute-again", 3, proof.lines[3].words);
    for (auto [offset, length] : argumentsOf(statement)) {
      std::string changed = statement;
      replaceWord("refute-unknown", 2, changed.replace(offset, length, "no_such_name"));
    }
  }

  void uses(size_t where) {
    at = where;
    const std::string &name = proof.lines[2].word(1);
    if (proof.lines[where].word(0) != "uses") {
      insert("use-itself", where, {"uses", name});
      insert("use-unknown", where, {"uses", "no_such_theorem"});
      insert("empty-uses", where, {"uses"});
      return;
    }
    dropLines("drop-uses", where, where + 1);
    std::vector<std::string> words = proof.lines[where].words;
    words.push_back(name);
    replace("use-itself", words);
    words.back() = "no_such_theorem";
    replace("use-unknown", words);
  }

  //===--- Steps ----------------------------------------------------------===//

  void step(const Line &line) {
    numbers(line);
    if (isCited(line.number))
      dropLines("drop-step", at, at + 1);
    formulas(line);
    reasons(line);
    citations(line);
    if (line.reason() == "clause" || line.reason() == "witness")
      clauses(line);
  }

  bool isCited(int number) const {
    std::string text = std::to_string(number);
    for (const Line &line : proof.lines) {
      size_t first = line.isStep() ? line.firstCited() : line.words.size();
      if (line.word(0) == "end" || line.word(0) == "qed")
        first = 1;
      if (std::find(line.words.begin() + std::min(first, line.words.size()),
                    line.words.end(), text) != line.words.end() ||
          line.word(3) == "@" + text)
        return true;
    }
    return false;
  }

  void numbers(const Line &line) {
    replaceWord("number-zero", 0, "0");
    replaceWord("number-garbage", 0, line.words[0] + "x");
    replaceWord("number-padded", 0, "0" + line.words[0]);
    auto it = proof.lineOf.find(line.number);
    if (it != proof.lineOf.begin())
      replaceWord("number-repeated", 0,
                  std::to_string(std::prev(it)->first));
  }

  void formulas(const Line &line) {
    const std::string &formula = line.formula();
    for (size_t i = 0; i < formula.size(); ++i)
      if (std::string("()[]").find(formula[i]) != std::string::npos)
        replaceWord("drop-bracket", 1,
                    std::string(formula).erase(i, 1));
    replaceWord("trailing-text", 1, formula + ")");
    if (line.reason() != "show" && line.reason() != "split" &&
        line.reason() != "cases" && line.reason() != "absurd")
      replaceWord("negate-formula", 1, "!!!" + formula);
    for (auto [offset, length] : argumentsOf(formula)) {
      std::string changed = formula;
      replaceWord("unknown-argument", 1,
                  changed.replace(offset, length, "no_such_name"));
      if (!line.retired.empty()) {
        changed = formula;
        replaceWord("retired-argument", 1,
                    changed.replace(offset, length, line.retired.front()));
      }
      if (line.reason() == "clause" || line.reason() == "witness")
        changeArgument(line, offset, length);
    }
  }

  void changeArgument(const Line &line, size_t offset, size_t length) {
    for (const std::string &name : line.known) {
      std::string changed = line.formula();
      if (changed.substr(offset, length) == name || bindsName(changed, name))
        continue;
      replaceWord("change-argument", 1, changed.replace(offset, length, name));
    }
  }

  static bool bindsName(const std::string &formula, const std::string &name) {
    for (size_t at = formula.find("(>["); at != formula.npos;
         at = formula.find("(>[", at + 1)) {
      std::string bound = formula.substr(at + 2, formula.find(']', at) - at - 1);
      for (std::string around : {"[" + name + "]", "[" + name + ",",
                                 "," + name + "]", "," + name + ","})
        if (bound.find(around) != bound.npos)
          return true;
    }
    return false;
  }

  void reasons(const Line &line) {
    replaceWord("unknown-reason", 2, "obviously");
    dropWord("drop-reason", 2);
    bool nullary = line.words.size() == 3;
    if (line.depth == 0)
      replace("premise-outside", {line.word(0), line.word(1), "premise"});
    if (nullary && line.formula()[1] != '=')
      replaceWord("chain-no-equality", 2, "chain");
    if (line.reason() == "premise")
      replaceWord("witness-nothing", 2, "witness");
    std::vector<std::string> words = line.words;
    words.push_back("nonsense");
    replace("text-after-reason", words);
    if (line.formula() == "false")
      replace("absurd-itself",
              {line.word(0), "false", "absurd", line.word(0)});
  }

  //===--- Citations ------------------------------------------------------===//

  void citations(const Line &line) {
    size_t first = line.firstCited();
    for (size_t i = first; i < line.words.size(); ++i) {
      if (!isdigit(line.words[i][0]))
        continue;
      citeWrongly(line, i);
      if (isExact(line) || line.reason() == "split")
        dropWord("drop-citation", i);
      if (isExact(line))
        citeAnother(line, i);
    }
    if (line.reason() == "absurd" || line.reason() == "split")
      citeAnother(line, first);
    if (isExact(line) && first < line.words.size()) {
      std::vector<std::string> words = line.words;
      words.push_back(words.back());
      replace("repeat-citation", words);
    }
  }

  /// Steps that cannot be cited here at all.
  void citeWrongly(const Line &line, size_t word) {
    if (line.isStep())
      replaceWord("cite-itself", word, line.word(0));
    replaceWord("cite-beyond", word, "999999");
    replaceWord("cite-zero", word, "0");
    for (int open : line.open)
      replaceWord("cite-open-block", word, std::to_string(open));
    for (const auto &[number, at] : proof.lineOf)
      if (!contains(line.inScope, number) && !contains(line.open, number) &&
          number != line.number)
        replaceWord("cite-out-of-scope", word, std::to_string(number));
  }

  /// Steps in scope that state something else.
  void citeAnother(const Line &line, size_t word) {
    const std::string right = formulaOf(line.words[word]);
    bool isAbsurd = line.reason() == "absurd";
    if (!isAbsurd && !isPlain(right))
      return;
    for (int number : line.inScope) {
      std::string text = std::to_string(number);
      const std::string other = formulaOf(text);
      // Another atom of the same definition could give the same parameters.
      if (other == right || !isPlain(other))
        continue;
      replaceWord("cite-another", word, text);
    }
  }

  std::string formulaOf(const std::string &number) const {
    auto it = proof.lineOf.find(std::stoi(number));
    return it == proof.lineOf.end() ? "" : proof.lines[it->second].formula();
  }

  //===--- Clauses --------------------------------------------------------===//

  void clauses(const Line &line) {
    replaceWord("unknown-root", 3, "no_such_root");
    replaceWord("root-beyond", 3, "@999999");
    replaceWord("root-itself", 3, "@" + line.word(0));
    for (int open : line.open)
      replaceWord("root-open-block", 3, "@" + std::to_string(open));
    const std::string &path = line.word(4);
    replaceWord("path-garbage", 4, path + ".x");
    replaceWord("path-whole", 4, "*");
    replaceWord("path-part-beyond", 4, "99");
    if (path != "-") {
      replaceWord("path-empty", 4, "-");
      if (path.find('.') != path.npos)
        replaceWord("path-shorter", 4, path.substr(0, path.rfind('.')));
      if (line.formula().compare(0, 2, "(>") != 0)
        replaceWord("path-longer", 4, path + ".i");
    }
    for (size_t i = 5; i < line.words.size() && line.words[i] != "from"; ++i)
      if (line.words[i] != "new")
        pair(line, i);
  }

  /// One `x=t` of a clause, or `y=w` of a witness.
  void pair(const Line &line, size_t i) {
    const std::string word = line.words[i];
    size_t sign = word.find('=');
    dropWord("drop-term", i);
    replaceWord("unknown-term", i, word.substr(0, sign + 1) + "no_such_name,");
    replaceWord("unknown-variable", i, "no_such_variable" + word.substr(sign));
    replaceWord("no-term", i, word.substr(0, sign + 1));
    std::vector<std::string> words = line.words;
    words.insert(words.begin() + i, word);
    replace("repeat-term", words);
    if (line.word(2) == "clause")
      for (const std::string &name : line.known)
        if (name != word.substr(sign + 1))
          replaceWord("change-term", i, word.substr(0, sign + 1) + name);
  }

  //===--- Blocks and names -----------------------------------------------===//

  void block(const Line &line) {
    size_t end = proof.endOf(at) + 1;
    bool member = line.word(0) == "member";
    if (!member || memberNeeded(line))
      dropLines(member ? "drop-member" : "drop-case", at, end);
    dropLines("drop-block-line", at, at + 1);
    if (member)
      return;
    replaceWord("unknown-case", 1, "no_such_constructor");
    std::vector<std::string> words = line.words;
    words.push_back("one_more");
    replace("one-name-more", words);
    const std::vector<Line> &lines = proof.lines;
    if (end < lines.size() && lines[end].word(0) == "case") {
      size_t next = proof.endOf(end) + 1;
      std::vector<Line> swapped = lines;
      std::rotate(swapped.begin() + at, swapped.begin() + end,
                  swapped.begin() + next);
      add("swap-cases", swapped);
    }
    if (lines[at + 1].word(0) == "fix") {
      ++at;
      dropLines("drop-fix", at, at + 1);
      --at;
    }
  }

  bool memberNeeded(const Line &line) const {
    const Line &step = proof.lines[proof.lineOf.at(line.open.back())];
    return step.formula().find("(in[" + step.word(3) + "," + step.word(4) +
                               "])") == std::string::npos;
  }

  void closing(const Line &line) {
    bool qed = line.word(0) == "qed";
    dropLines(qed ? "drop-qed" : "drop-end", at, at + 1);
    citeWrongly(line, 1);
    if (formulaOf(line.word(1)) != "false")
      citeAnother(line, 1);
    if (!qed)
      return;
    insert("text-after-qed", at + 1, {"999", "(=[a,b])", "chain"});
    insert("qed-twice", at + 1, line.words);
    insert("end-too-many", at, {"end", line.word(1)});
  }

  /// Every name that the line introduces must be new.
  void names(const Line &line) {
    std::vector<std::string> stale = proof.constants;
    stale.insert(stale.end(), line.known.begin(), line.known.end());
    stale.insert(stale.end(), line.retired.begin(), line.retired.end());
    for (const std::string &name : line.introduces) {
      size_t i = line.words.size();
      while (i-- > 0)
        if (line.words[i] == name ||
            line.words[i].ends_with("=" + name))
          break;
      std::string variable =
          line.words[i].substr(0, line.words[i].size() - name.size());
      dropWord("drop-name", i);
      replaceWord("garbled-name", i, variable + "a]b");
      for (const std::string &other : stale)
        replaceWord("stale-name", i, variable + other);
      if (line.introduces.size() > 1)
        replaceWord("same-name", i,
                    variable + (name == line.introduces[0]
                                    ? line.introduces[1]
                                    : line.introduces[0]));
    }
  }

  const ProofText &proof;
  size_t at = 0;
  std::vector<Mutant> mutants;
};

} // namespace

std::vector<Mutant> mplmutate::mutate(const ProofText &proof) {
  return Mutator(proof).run();
}

std::string mplmutate::garble(const std::string &text, unsigned seed) {
  std::mt19937 random(seed);
  std::string result = text;
  if (seed % 16 == 0) {
    result.resize(random() % 4096);
    for (char &c : result)
      c = char(random());
    return result;
  }
  for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
    size_t at = result.empty() ? 0 : random() % result.size();
    size_t length = std::min<size_t>(random() % 40, result.size() - at);
    switch (random() % 4) {
    case 0:
      result.erase(at, length);
      break;
    case 1:
      result.insert(at, result.substr(at, length));
      break;
    case 2:
      if (!result.empty())
        result[at] = char(random());
      break;
    default:
      if (!result.empty())
        result[at] = "()[],!&>= \n0a@.-#"[random() % 17];
    }
  }
  return result;
}
