//===- Reading.cpp - Formulas as sentences --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every name that is bound gets a name of its own first, so that a term can be
// put in the place of its name anywhere: nothing can be captured. What people
// see is chosen last.
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Reading.h"
#include "Reader.h"

#include <algorithm>

namespace mplc::proof {

using Kind = Sentence::Kind;

static constexpr size_t maxTermSize = 40;

//===--- Definitions ------------------------------------------------------===//

bool isMapping(const Definition &definition) {
  const auto &parameters = definition.parameters;
  if (parameters.size() < 3 ||
      definition.body->kind != Formula::Kind::Conjunction ||
      definition.body->parts.size() != 3)
    return false;
  const size_t inputs = parameters.size() - 2;
  const std::string &function = parameters[0].name;
  // Variables that no parameter can be: no name has a space.
  std::string variables, members;
  for (size_t i = 1; i <= inputs; ++i) {
    const std::string variable = ";" + std::to_string(i);
    variables += variable + ",";
    members += "(in[" + variable + "," + parameters[i].name + "])";
  }
  const std::string predicate = "in" + std::to_string(inputs + 1);
  const std::string output = "(in[;y," + parameters.back().name + "])";
  auto applied = [&](const char *value) {
    return "(" + predicate + "[" + variables + value + "," + function + "])";
  };
  const std::string list = variables.substr(0, variables.size() - 1);
  const std::string given = inputs == 1 ? members : "(&" + members + ")";
  const std::string texts[] = {"(>[" + list + "]" + given + "!(>[;y]" + output +
                                   "!" + applied(";y") + "))",
                               "(>[" + variables + ";y]" + applied(";y") +
                                   "(&" + members + output + "))",
                               "(>[" + variables + ";y,;z](&" + applied(";y") +
                                   applied(";z") + ")(=[;y,;z]))"};
  return std::all_of(std::begin(texts), std::end(texts),
                     [&](const std::string &text) {
                       const FormulaRef wanted = Scanner(text).formula();
                       const auto &parts = definition.body->parts;
                       return std::any_of(parts.begin(), parts.end(),
                                          [&](const FormulaRef &part) {
                                            return sameFormula(part, wanted);
                                          });
                     });
}

//===--- Names ------------------------------------------------------------===//

Reader::Reader(const Theory &theory) : theory(theory) {
  std::set<std::string> names;
  for (const auto *list : {&theory.constants, &theory.integers})
    for (const Variable &constant : *list)
      names.insert(constant.name);
  for (const std::string &name : names) {
    // Files write i0 for 0 where 0 would be a fact's integer.
    const std::string number = name.substr(1);
    const bool isNumber = name[0] == 'i' && !number.empty() &&
                          number.find_first_not_of("0123456789") == number.npos;
    const std::string display =
        isNumber && !names.count(number) ? number : name;
    entries[name] = {display, nullptr, 1};
    displays.insert(display);
  }
}

std::string Reader::freshName() { return " " + std::to_string(fresh++); }

std::string Reader::display(std::string_view wish) {
  constexpr std::string_view prime = "′";
  const bool isPrimed = wish.ends_with(prime);
  const std::string base(
      wish.substr(0, wish.size() - (isPrimed ? prime.size() : 0)));
  std::string candidate(wish);
  for (size_t n = isPrimed ? 2 : 1; !displays.insert(candidate).second; ++n)
    candidate = n == 1   ? base + "′"
                : n == 2 ? base + "″"
                         : base + std::to_string(n - 2);
  return candidate;
}

/// `a` for `a12`: the digits are there to make the name new in its file.
static std::string_view withoutNumber(std::string_view name) {
  const size_t end = name.find_last_not_of("0123456789");
  return end == name.npos ? name : name.substr(0, end + 1);
}

void Reader::enter(const Variable &name, const std::string &wish) {
  entries[name.name] = {display(wish.empty() ? withoutNumber(name.name) : wish),
                        nullptr, 1};
  order.push_back(name.name);
}

void Reader::leave(size_t mark) {
  while (order.size() > mark) {
    auto it = entries.find(order.back());
    displays.erase(it->second.display);
    entries.erase(it);
    order.pop_back();
  }
}

bool Reader::isApplied(const Formula &atom) const {
  return atom.isApplication() &&
         (theory.functions.count(atom.arguments.back()) ||
          functions.count(atom.arguments.back()));
}

bool Reader::isDefined(const std::string &name) const {
  auto it = entries.find(name);
  return it != entries.end() && it->second.atom;
}

bool Reader::reaches(const std::string &from, const std::string &to) const {
  if (from == to)
    return true;
  auto it = entries.find(from);
  if (it == entries.end() || !it->second.atom)
    return false;
  const auto &arguments = it->second.atom->arguments;
  return std::any_of(
      arguments.begin(), arguments.end() - 2,
      [&](const std::string &argument) { return reaches(argument, to); });
}

bool Reader::define(const FormulaRef &atom,
                    const std::set<std::string> &among) {
  if (!isApplied(*atom))
    return false;
  const auto &arguments = atom->arguments;
  const std::string &output = arguments[arguments.size() - 2];
  auto it = entries.find(output);
  if (!among.count(output) || it == entries.end() || it->second.atom)
    return false;
  // An output must not be made of itself.
  for (size_t i = 0; i + 2 < arguments.size(); ++i)
    if (reaches(arguments[i], output))
      return false;
  size_t size = 1;
  for (size_t i = 0; i + 2 < arguments.size(); ++i) {
    auto argument = entries.find(arguments[i]);
    size += argument == entries.end() ? 1 : argument->second.size;
  }
  if (size > maxTermSize)
    return false;
  it->second.atom = atom;
  it->second.size = size;
  displays.erase(it->second.display);
  it->second.display.clear();
  return true;
}

bool Reader::isDefinedBy(const FormulaRef &atom) const {
  if (!isApplied(*atom))
    return false;
  auto it = entries.find(atom->arguments[atom->arguments.size() - 2]);
  return it != entries.end() && it->second.atom &&
         it->second.atom->arguments == atom->arguments;
}

Term Reader::term(const std::string &name) const {
  auto it = entries.find(name);
  if (it == entries.end())
    return {name, {}};
  if (!it->second.atom)
    return {it->second.display, {}};
  const auto &arguments = it->second.atom->arguments;
  Term result = term(arguments.back());
  for (size_t i = 0; i + 2 < arguments.size(); ++i)
    result.arguments.push_back(term(arguments[i]));
  return result;
}

/// Calls `visit` for every atom in the formula.
template <typename Visit>
static void eachAtom(const Formula &formula, const Visit &visit) {
  if (formula.kind == Formula::Kind::Atom)
    visit(formula);
  for (const FormulaRef &part : formula.parts)
    eachAtom(*part, visit);
}

std::string Reader::setOf(const std::string &name,
                          const std::vector<FormulaRef> &formulas) const {
  std::string member, implied;
  auto visit = [&](const Formula &atom) {
    const auto &arguments = atom.arguments;
    if (atom.predicate == "in" && arguments[0] == name && member.empty())
      member = term(arguments[1]).name;
    auto signature = atom.isApplication()
                         ? theory.signatures.find(arguments.back())
                         : theory.signatures.end();
    if (signature == theory.signatures.end() ||
        signature->second.size() != arguments.size() - 1)
      return;
    for (size_t i = 0; i + 1 < arguments.size() && implied.empty(); ++i)
      if (arguments[i] == name)
        implied = signature->second[i];
  };
  for (const FormulaRef &formula : formulas)
    eachAtom(*formula, visit);
  return member.empty() ? implied : member;
}

//===--- Sentences --------------------------------------------------------===//

Sentence Reader::read(const FormulaRef &formula) {
  Sentence result;
  switch (formula->kind) {
  case Formula::Kind::False:
    return result;
  case Formula::Kind::Atom:
    return claim(*formula);
  case Formula::Kind::Conjunction:
    result.kind = Kind::Both;
    for (const FormulaRef &part : flatten(formula))
      result.parts.push_back(read(part));
    return result;
  case Formula::Kind::Implication:
    return clause(formula);
  case Formula::Kind::Negation:
    return negation(formula->parts[0]);
  case Formula::Kind::Exists:
    return exists(formula);
  }
  return result;
}

Sentence Reader::claim(const Formula &atom) {
  Sentence result;
  result.kind = Kind::Claim;
  const auto &arguments = atom.arguments;
  if (isApplied(atom)) {
    Term applied = term(arguments.back());
    for (size_t i = 0; i + 2 < arguments.size(); ++i)
      applied.arguments.push_back(term(arguments[i]));
    // What is given stands left of what is said of it.
    Term value = term(arguments[arguments.size() - 2]);
    if (value.isName())
      std::swap(value, applied);
    result.claim = {"=", {std::move(value), std::move(applied)}};
    return result;
  }
  size_t count = arguments.size();
  if (atom.isApplication()) {
    result.claim.predicate = term(arguments.back()).name;
    // A relation may have the name of what is built in.
    if (result.claim.predicate == "=" || result.claim.predicate == "in")
      result.claim.predicate.insert(0, " ");
    --count;
  } else {
    result.claim.predicate = atom.predicate;
    const Definition *definition = theory.definition(atom.predicate);
    if (definition && isMapping(*definition))
      result.kind = Kind::Mapping;
  }
  for (size_t i = 0; i < count; ++i)
    result.claim.arguments.push_back(term(arguments[i]));
  return result;
}

Sentence Reader::negation(const FormulaRef &formula) {
  Sentence result;
  if (formula->kind == Formula::Kind::Conjunction) {
    result.kind = Kind::Either;
    for (const FormulaRef &part : flatten(formula))
      result.parts.push_back(read(negate(part)));
  } else {
    result.kind = Kind::Not;
    result.parts.push_back(read(formula));
  }
  return result;
}

bool Reader::isSaid(const FormulaRef &premise,
                    const std::set<std::string> &variables) const {
  if (premise->predicate != "in" || !variables.count(premise->arguments[0]))
    return false;
  auto it = entries.find(premise->arguments[0]);
  if (!it->second.atom)
    return false;
  auto signature = theory.signatures.find(it->second.atom->arguments.back());
  return signature != theory.signatures.end() &&
         signature->second.back() == premise->arguments[1];
}

Sentence Reader::clause(const FormulaRef &formula) {
  const size_t outer = mark();
  std::vector<std::pair<std::string, std::string>> variables; // New, old.
  std::set<std::string> names;
  std::vector<FormulaRef> premises;
  FormulaRef head = formula;
  while (head->kind == Formula::Kind::Implication) {
    Renaming renaming;
    for (const Variable &variable : head->variables) {
      variables.emplace_back(freshName(), variable.name);
      const std::string &name = variables.back().first;
      renaming[variable.name] = name;
      names.insert(name);
      entries[name] = {name, nullptr, 1};
      order.push_back(name);
    }
    for (const FormulaRef &premise : flatten(head->parts[0]))
      premises.push_back(substitute(premise, renaming));
    head = substitute(head->parts[1], renaming);
  }
  std::vector<FormulaRef> rest;
  for (const FormulaRef &premise : premises)
    if (!define(premise, names))
      rest.push_back(premise);
  Sentence result;
  result.kind = Kind::ForAll;
  std::vector<FormulaRef> all = premises;
  all.push_back(head);
  std::set<std::string> members;
  for (const auto &[name, wish] : variables) {
    if (isDefined(name))
      continue;
    entries[name].display = display(wish);
    result.bound.push_back({entries[name].display, setOf(name, all)});
    members.insert(name);
  }
  for (const auto &[name, wish] : variables)
    if (isDefined(name))
      result.outputs.emplace_back(wish, term(name));
  for (const FormulaRef &premise : rest) {
    // The first membership of a variable is where it ranges.
    if (premise->predicate == "in" && members.erase(premise->arguments[0]))
      continue;
    if (!isSaid(premise, names))
      result.conditions.push_back(read(premise));
  }
  result.parts.push_back(read(head));
  leave(outer);
  if (result.bound.empty() && result.conditions.empty())
    return Sentence(result.parts[0]);
  return result;
}

Sentence Reader::exists(const FormulaRef &formula) {
  const size_t outer = mark();
  Sentence result;
  result.kind = Kind::Exists;
  Renaming renaming;
  for (const Variable &variable : formula->variables) {
    const std::string name = freshName();
    renaming[variable.name] = name;
    entries[name] = {display(variable.name), nullptr, 1};
    order.push_back(name);
  }
  std::vector<FormulaRef> body;
  for (const FormulaRef &part : bodyOf(formula))
    body.push_back(substitute(part, renaming));
  std::set<std::string> members;
  for (const Variable &variable : formula->variables) {
    const std::string &name = renaming[variable.name];
    result.bound.push_back({entries[name].display, setOf(name, body)});
    members.insert(name);
  }
  for (const FormulaRef &part : body)
    if (part->predicate != "in" || !members.erase(part->arguments[0]))
      result.parts.push_back(read(part));
  leave(outer);
  // Without variables it says that all of this holds.
  if (result.bound.empty())
    result.kind = Kind::Both;
  return result;
}

Sentence readingOf(const Theory &theory, const FormulaRef &formula) {
  return Reader(theory).read(formula);
}

//===--- Text -------------------------------------------------------------===//

bool isOperator(std::string_view name) {
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

} // namespace mplc::proof
