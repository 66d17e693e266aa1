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

/// What mathematicians write for a constant with this name, if it has so many
/// inputs, and if it is a function or not.
namespace {
struct Sign {
  const char *name, *sign;
  size_t inputs;
  bool isFunction;
};
} // namespace

static constexpr Sign signs[] = {
    {"meet", "∧", 2, true}, {"join", "∨", 2, true}, {"and", "∧", 2, true},
    {"or", "∨", 2, true},   {"top", "⊤", 0, true},  {"bottom", "⊥", 0, true},
    {"le", "<=", 2, false}, {"lt", "<", 2, false}};

static std::string signFor(const std::string &name, size_t inputs,
                           bool isFunction) {
  for (const Sign &sign : signs)
    if (sign.name == name && sign.inputs == inputs &&
        sign.isFunction == isFunction)
      return sign.sign;
  return name;
}

static bool isNumeral(const std::string &name) {
  return name.find_first_not_of("0123456789") == name.npos;
}

static std::string signFor(const Theory &theory, const Variable &constant) {
  if (constant.type->kind == Type::Kind::Element)
    return signFor(constant.name, 0, true);
  auto signature = theory.signatures.find(constant.name);
  if (signature == theory.signatures.end())
    return constant.name;
  const bool isFunction = theory.functions.count(constant.name);
  return signFor(constant.name, signature->second.size() - isFunction,
                 isFunction);
}

Reader::Reader(const Theory &theory, Names renamed)
    : theory(theory), renamed(std::move(renamed)) {
  std::map<std::string, std::string> names; // And what they are read as.
  for (const auto *list : {&theory.constants, &theory.integers})
    for (const Variable &constant : *list)
      names[constant.name] = signFor(theory, constant);
  for (auto &[name, sign] : names) {
    // No two are read alike.
    if (names.count(sign) || displays.count(sign))
      sign = name;
    // Files write i0 for 0 where 0 would be a fact's integer.
    const std::string number = name.substr(1);
    const bool isNumber = name[0] == 'i' && !number.empty() &&
                          number.find_first_not_of("0123456789") == number.npos;
    const std::string display =
        isNumber && !names.count(number) ? number : sign;
    entries[name] = {display, nullptr, 1};
    displays.insert(display);
  }
  constants = displays;
  // A constant 1 is not s(0), whatever axioms say of it.
  const bool mayCount =
      std::count_if(constants.begin(), constants.end(), isNumeral) == 1;
  for (const InductionForm &form : theory.inductions) {
    for (const Constructor &constructor : form.constructors)
      constructors.insert(term(constructor.name).name);
    const auto &made = form.constructors;
    if (mayCount && made.size() == 2 && made[0].isConstant() &&
        term(made[0].name).name == "0" && made[1].inputs.size() == 1 &&
        form.isRecursive(made[1], 0))
      successor = term(made[1].name).name;
  }
}

std::string Reader::freshName() { return " " + std::to_string(fresh++); }

std::string Reader::nameFor(const std::string &variable) const {
  auto it = renamed.find(variable);
  return it == renamed.end() ? variable : it->second;
}

std::string Reader::display(std::string_view wish) {
  constexpr std::string_view prime = "′";
  const bool isPrimed = wish.ends_with(prime);
  const std::string base = nameFor(
      std::string(wish.substr(0, wish.size() - (isPrimed ? prime.size() : 0))));
  std::string candidate = base + std::string(isPrimed ? prime : "");
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
  return application(*it->second.atom);
}

Term Reader::application(const Formula &atom) const {
  const auto &arguments = atom.arguments;
  Term result = term(arguments.back());
  for (size_t i = 0; i + 2 < arguments.size(); ++i)
    result.arguments.push_back(term(arguments[i]));
  return withNumeral(std::move(result));
}

Term Reader::withNumeral(Term term) const {
  if (successor.empty() || term.name != successor ||
      term.arguments.size() != 1 || !term.arguments[0].isName())
    return term;
  const std::string &before = term.arguments[0].name;
  if (before.size() > 6 || !isNumeral(before))
    return term;
  return {std::to_string(std::stoul(before) + 1), {}};
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

static size_t sizeOf(const Term &term) {
  size_t size = 1;
  for (const Term &argument : term.arguments)
    size += sizeOf(argument);
  return size;
}

/// Whether leaving out parts of the whole can leave the part: `length(l)` of
/// `length(reverse(l))` (homeomorphic embedding).
static bool embeds(const Term &whole, const Term &part) {
  if (std::any_of(whole.arguments.begin(), whole.arguments.end(),
                  [&](const Term &inner) { return embeds(inner, part); }))
    return true;
  return whole.name == part.name &&
         std::equal(whole.arguments.begin(), whole.arguments.end(),
                    part.arguments.begin(), part.arguments.end(), embeds);
}

/// An equation reads from what is simplified to what is left of it, `a + 0 = a`
/// and `length(reverse(l)) = length(l)`; recursion from the function that is
/// defined to the constructor that comes out, `a + s(b) = s(a + b)`; and any
/// other one from what is short, `a · (b + c) = a · b + a · c`.
bool Reader::isTurned(const Term &left, const Term &right) const {
  if (left.isName() && right.isName())
    return !renamed.empty() && right.name < left.name &&
           !constants.count(left.name) && !constants.count(right.name);
  if (left.isName() || right.isName())
    return left.isName();
  if (embeds(left, right) || embeds(right, left))
    return !embeds(left, right);
  const bool isMade = constructors.count(left.name);
  if (isMade != bool(constructors.count(right.name)))
    return isMade;
  return sizeOf(left) > sizeOf(right);
}

Sentence Reader::claim(const Formula &atom) {
  Sentence result;
  result.kind = Kind::Claim;
  const auto &arguments = atom.arguments;
  if (isApplied(atom)) {
    Term applied = application(atom);
    // What is given stands left of what is said of it.
    Term value = term(arguments[arguments.size() - 2]);
    if (isTurned(value, applied))
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
    // What is the same everywhere goes without saying.
    auto implicit = theory.implicitArguments.find(atom.predicate);
    if (implicit != theory.implicitArguments.end() &&
        implicit->second.size() < count &&
        std::equal(implicit->second.rbegin(), implicit->second.rend(),
                   arguments.rbegin()))
      count -= implicit->second.size();
    const std::string sign = signFor(atom.predicate, count, false);
    if (definition && !constants.count(sign))
      result.claim.predicate = sign;
  }
  for (size_t i = 0; i < count; ++i)
    result.claim.arguments.push_back(term(arguments[i]));
  if (atom.isEquality() &&
      isTurned(result.claim.arguments[0], result.claim.arguments[1]))
    std::swap(result.claim.arguments[0], result.claim.arguments[1]);
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

/// Puts variables that range over the same set side by side, sets in the order
/// of their first variables.
static void arrange(std::vector<Bound> &bound, bool isByName) {
  std::map<std::string, size_t> first;
  std::map<std::string, std::pair<std::string, size_t>> places;
  for (size_t i = 0; i < bound.size(); ++i) {
    first.emplace(bound[i].set, i);
    places[bound[i].name] = {isByName ? bound[i].name : "", i};
  }
  auto key = [&](const Bound &variable) {
    return std::pair(first[variable.set], places[variable.name]);
  };
  std::sort(bound.begin(), bound.end(),
            [&](const Bound &a, const Bound &b) { return key(a) < key(b); });
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
  arrange(result.bound, !renamed.empty());
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

Sentence readingOf(const Theory &theory, const FormulaRef &formula,
                   const Names &renamed) {
  return Reader(theory, renamed).read(formula);
}

} // namespace mplc::proof
