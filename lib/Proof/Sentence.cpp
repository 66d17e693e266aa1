//===- Sentence.cpp - What sentences are as text --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sentences in plain text, with no more brackets than they need; texts that are
// equal for sentences that say the same; and names in the order in which they
// are read.
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Reading.h"

#include <algorithm>

namespace mplc::proof {

using Kind = Sentence::Kind;

//===--- Text -------------------------------------------------------------===//

bool isOperator(std::string_view name) {
  if (name == "⊤" || name == "⊥")
    return false;
  return name.find_first_not_of(" +-*/\\<=>&|^~%?") == name.npos ||
         (name.size() == 3 && uint8_t(name[0]) == 0xe2 &&
          (uint8_t(name[1]) == 0x88 || uint8_t(name[1]) == 0x8a));
}

int bindingOf(std::string_view name) {
  if (name == "^")
    return 4;
  if (name == "*" || name == "/" || name == "%")
    return 3;
  if (name == "+" || name == "-")
    return 2;
  return 1;
}

bool needsBrackets(const Term &argument, const Term &around) {
  if (argument.arguments.size() != 2 || !isOperator(argument.name))
    return false;
  const int inner = bindingOf(argument.name), outer = bindingOf(around.name);
  // Powers and quotients are bracketed whatever they contain.
  return inner <= outer || inner == 1 || outer == 1 || outer == 4;
}

static bool isInfix(const Term &term) {
  return term.arguments.size() == 2 && isOperator(term.name);
}

static std::string text(const Term &term) {
  if (term.isName())
    return term.name;
  if (isInfix(term)) {
    auto side = [&](const Term &argument) {
      return needsBrackets(argument, term) ? "(" + text(argument) + ")"
                                           : text(argument);
    };
    return side(term.arguments[0]) + " " + term.name + " " +
           side(term.arguments[1]);
  }
  std::string result = term.name + "(";
  for (size_t i = 0; i < term.arguments.size(); ++i)
    result += (i ? ", " : "") + text(term.arguments[i]);
  return result + ")";
}

bool needsBrackets(const Term &side, const Claim &claim) {
  // (x <= y) = true: what looks like a relation is a value here.
  return isInfix(side) && bindingOf(side.name) == 1 &&
         side.name.find_first_of("<=>") != side.name.npos;
}

bool startsWithQuantifier(const Sentence &s) {
  auto isQuantified = [](const Sentence &part) {
    return part.kind == Kind::ForAll || part.kind == Kind::Exists;
  };
  return isQuantified(s.parts[0]) ||
         std::any_of(s.conditions.begin(), s.conditions.end(), isQuantified) ||
         std::any_of(s.parts[0].parts.begin(), s.parts[0].parts.end(),
                     isQuantified);
}

static std::string text(const Claim &claim, bool isNegated) {
  const bool isBuiltIn = claim.predicate == "=" || claim.predicate == "in";
  if (claim.arguments.size() == 2 &&
      (isBuiltIn || isOperator(claim.predicate))) {
    auto side = [&](const Term &term) {
      return needsBrackets(term, claim) ? "(" + text(term) + ")" : text(term);
    };
    std::string word = claim.predicate;
    if (word[0] == ' ')
      word.erase(0, 1);
    if (isNegated)
      word = word == "=" ? "!=" : "not " + word;
    return side(claim.arguments[0]) + " " + word + " " +
           side(claim.arguments[1]);
  }
  std::string word = claim.predicate;
  return (isNegated ? "not " : "") + text(Term{word, claim.arguments});
}

static std::string list(const std::vector<Sentence> &parts, const char *word) {
  std::string result;
  for (const Sentence &part : parts) {
    const bool isSimple =
        part.kind == Kind::Claim || part.kind == Kind::False ||
        part.kind == Kind::Mapping ||
        (part.kind == Kind::Not && part.parts[0].kind == Kind::Claim);
    const bool isAlone = parts.size() == 1;
    result +=
        (result.empty() ? "" : word) +
        (isSimple || isAlone ? toString(part) : "(" + toString(part) + ")");
  }
  return result;
}

std::string toString(const std::vector<Bound> &bound) {
  std::string result;
  for (size_t i = 0; i < bound.size(); ++i) {
    result += (i ? ", " : "") + bound[i].name;
    const bool isLast =
        i + 1 == bound.size() || bound[i + 1].set != bound[i].set;
    if (isLast && !bound[i].set.empty())
      result += " in " + bound[i].set;
  }
  return result;
}

std::string toString(const Sentence &s) {
  switch (s.kind) {
  case Kind::False:
    return "a contradiction";
  case Kind::Claim:
    return text(s.claim, false);
  case Kind::Mapping: {
    std::string result = text(s.claim.arguments[0]) + ": ";
    for (size_t i = 1; i < s.claim.arguments.size(); ++i)
      result += (i == 1                              ? ""
                 : i + 1 == s.claim.arguments.size() ? " -> "
                                                     : " x ") +
                text(s.claim.arguments[i]);
    return result;
  }
  case Kind::Both:
    return list(s.parts, " and ");
  case Kind::Either:
    return list(s.parts, " or ");
  case Kind::Not:
    if (s.parts[0].kind == Kind::Claim)
      return text(s.parts[0].claim, true);
    return "not (" + toString(s.parts[0]) + ")";
  case Kind::ForAll: {
    std::string result;
    if (!s.bound.empty() && startsWithQuantifier(s))
      result = "for all " + toString(s.bound) + ": ";
    if (!s.conditions.empty())
      result += "if " + list(s.conditions, " and ") + ", then ";
    result += list(s.parts, "");
    if (!s.bound.empty() && !startsWithQuantifier(s))
      result += (s.conditions.empty() ? " for all " : ", for all ") +
                toString(s.bound);
    return result;
  }
  case Kind::Exists: {
    std::string result = "there is " + toString(s.bound);
    if (!s.parts.empty())
      result += " with " + list(s.parts, " and ");
    return result;
  }
  }
  return {};
}

//===--- Keys -------------------------------------------------------------===//

namespace {

/// Prints what a sentence says without the names that it binds: these are
/// numbered as they occur, in the order that makes the text smallest where
/// there is a choice of sides.
class KeyPrinter {
public:
  std::string print(const Sentence &s) {
    for (const Bound &bound : s.bound)
      numbers[bound.name] = 0;
    std::string result = std::to_string(int(s.kind)) + "(";
    if (s.kind == Kind::Claim || s.kind == Kind::Mapping)
      result += print(s.claim);
    // Conditions are compared before their variables have numbers.
    for (const Sentence &part : s.parts)
      result += print(part);
    std::vector<std::pair<std::string, size_t>> conditions;
    for (size_t i = 0; i < s.conditions.size(); ++i)
      conditions.emplace_back(KeyPrinter(*this).print(s.conditions[i]), i);
    std::sort(conditions.begin(), conditions.end());
    for (const auto &[text, i] : conditions)
      result += "|" + print(s.conditions[i]);
    return result + ")";
  }

private:
  std::string print(const Claim &claim) {
    if (claim.predicate != "=" || claim.arguments.size() != 2)
      return claim.predicate + print(claim.arguments);
    KeyPrinter turned = *this;
    std::string straight = "=" + print(claim.arguments);
    std::string reversed =
        "=" + turned.print({claim.arguments[1], claim.arguments[0]});
    if (straight <= reversed)
      return straight;
    *this = turned;
    return reversed;
  }

  std::string print(const std::vector<Term> &terms) {
    std::string result = "[";
    for (const Term &term : terms) {
      auto it = numbers.find(term.name);
      if (it == numbers.end()) {
        result += term.name;
      } else {
        if (it->second == 0)
          it->second = ++last;
        result += "#" + std::to_string(it->second);
      }
      if (!term.isName())
        result += print(term.arguments);
      result += ",";
    }
    return result + "]";
  }

  std::map<std::string, size_t> numbers;
  size_t last = 0;
};

} // namespace

std::string keyOf(const Sentence &sentence) {
  return KeyPrinter().print(sentence);
}

//===--- Names ------------------------------------------------------------===//

static void addNames(const Term &term, std::vector<std::string> &names) {
  if (std::find(names.begin(), names.end(), term.name) == names.end())
    names.push_back(term.name);
  for (const Term &argument : term.arguments)
    addNames(argument, names);
}

/// The names in a sentence, in the order in which they are read.
static void addNames(const Sentence &sentence,
                     std::vector<std::string> &names) {
  for (const Sentence &condition : sentence.conditions)
    addNames(condition, names);
  for (const Term &argument : sentence.claim.arguments)
    addNames(argument, names);
  for (const Sentence &part : sentence.parts)
    addNames(part, names);
}

Names orderedNames(const Sentence &sentence) {
  std::set<std::string> bound;
  for (const Bound &variable : sentence.bound)
    bound.insert(variable.name);
  std::vector<std::string> read;
  addNames(sentence, read);
  std::erase_if(read,
                [&](const std::string &name) { return !bound.count(name); });
  // One that is bound and nowhere read keeps its name.
  bound = {read.begin(), read.end()};
  Names result;
  auto next = bound.begin();
  for (const std::string &name : read)
    result[name] = *next++;
  return result;
}

} // namespace mplc::proof
