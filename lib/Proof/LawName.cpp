//===- LawName.cpp - Names of well-known laws -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A law is compared with patterns. In a pattern a, b, c and d stand for
// distinct bound variables, e for a constant, f, g and u for functions, R for a
// relation, which may be given by a function into another set: (x <= y) = true.
// Conditions stand before `=>`; `~` negates and `|` separates alternatives.
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/LawName.h"

#include <algorithm>

namespace mplc::proof {

using Kind = Sentence::Kind;

namespace {

struct Entry {
  const char *pattern;
  const char *name;
  const char *symbols; ///< Letters of the pattern, in the order of the name.
  /// Laws about its letters of which one must be known: `involution u`.
  const char *needs = "";
};

constexpr const char *isIdentity = "left identity ef|right identity ef";
constexpr const char *isZero =
    "left absorbing element ef|right absorbing element ef";

// Of two that match the first counts.
constexpr Entry entries[] = {
    {"f(a,b)=f(b,a)", "commutativity", "f"},
    {"f(f(a,b),c)=f(a,f(b,c))", "associativity", "f"},
    {"f(a,f(b,c))=f(b,f(a,c))", "left commutativity", "f"},
    {"f(f(a,b),c)=f(f(a,c),b)", "right commutativity", "f"},
    {"f(f(a,b),f(c,d))=f(f(a,c),f(b,d))", "mediality", "f"},
    {"f(e,a)=a", "left identity", "ef"},
    {"f(a,e)=a", "right identity", "ef"},
    {"f(e,a)=e", "left absorbing element", "ef"},
    {"f(a,e)=e", "right absorbing element", "ef"},
    {"f(a,a)=a", "idempotence", "f"},
    {"u(u(a))=u(a)", "idempotence", "u"},
    {"u(u(a))=a", "involution", "u"},
    {"f(u(a),a)=e", "left inverse", "uf", isIdentity},
    {"f(a,u(a))=e", "right inverse", "uf", isIdentity},
    {"f(u(a),a)=e", "complement", "uf"},
    {"f(a,u(a))=e", "complement", "uf"},
    {"f(a,f(b,c))=f(f(a,b),f(a,c))", "left self-distributivity", "f"},
    {"f(f(a,b),c)=f(f(a,c),f(b,c))", "right self-distributivity", "f"},
    {"f(a,g(b,c))=g(f(a,b),f(a,c))", "left distributivity", "f>g"},
    {"f(g(a,b),c)=g(f(a,c),f(b,c))", "right distributivity", "f>g"},
    {"f(a,g(a,b))=a", "absorption", "f>g"},
    {"f(a,g(b,a))=a", "absorption", "f>g"},
    {"f(g(a,b),a)=a", "absorption", "f>g"},
    {"f(g(b,a),a)=a", "absorption", "f>g"},
    {"f(a,b)=f(a,c)=>b=c", "left cancellation", "f"},
    {"f(b,a)=f(c,a)=>b=c", "right cancellation", "f"},
    {"~a=e&f(a,b)=f(a,c)=>b=c", "left cancellation except by", "fe"},
    {"~a=e&f(b,a)=f(c,a)=>b=c", "right cancellation except by", "fe"},
    {"u(a)=u(b)=>a=b", "injectivity", "u"},
    {"u(f(a,b))=f(u(b),u(a))", "antihomomorphism", "u:f"},
    {"u(f(a,b))=f(u(a),u(b))", "homomorphism", "u:f"},
    {"u(f(a,b))=g(u(a),u(b))", "de Morgan", "fg", "involution u"},
    {"u(f(a,b))=g(u(b),u(a))", "de Morgan", "fg", "involution u"},
    {"u(f(a,b))=g(u(a),u(b))", "homomorphism", "u:f>g"},
    {"f(a,b)=e=>a=e|b=e", "no zero divisors", "f", isZero},
    {"~a=e&f(a,b)=e=>b=e", "no zero divisors", "f", isZero},
    {"~b=e&f(a,b)=e=>a=e", "no zero divisors", "f", isZero},
    {"~a=e&~b=e=>~f(a,b)=e", "no zero divisors", "f", isZero},
    {"f(u(a),b)=e=>b=e", "no zero divisors", "f", isZero},
    {"f(a,u(b))=e=>a=e", "no zero divisors", "f", isZero},
    {"f(a,b)=e=>a=e", "no non-trivial decomposition", "ef", isIdentity},
    {"f(a,b)=e=>b=e", "no non-trivial decomposition", "ef", isIdentity},
    {"f(b,a)=a=>b=e", "uniqueness of the left identity", "f"},
    {"f(a,b)=a=>b=e", "uniqueness of the right identity", "f"},
    {"f(a,b)=e=>u(a)=b", "uniqueness of the inverse", "u"},
    {"f(a,b)=e=>u(b)=a", "uniqueness of the inverse", "u"},
    {"R[a,b]&R[b,a]=>a=b", "antisymmetry", "R"},
    {"R[a,b]&R[b,c]=>R[a,c]", "transitivity", "R"},
    {"R[a,b]=>R[b,a]", "symmetry", "R"},
    {"R[a,b]=>~R[b,a]", "asymmetry", "R"},
    {"R[a,a]", "reflexivity", "R"},
    {"~R[a,a]", "irreflexivity", "R"},
    {"R[a,b]|R[b,a]", "totality", "R"},
    {"~R[a,b]=>R[b,a]", "totality", "R"},
};

//===--- Patterns ---------------------------------------------------------===//

struct Literal {
  bool isNegated = false;
  bool isRelation = false; ///< R of two terms; otherwise an equation.
  Term left, right;
};

struct Pattern {
  const Entry *entry;
  std::vector<Literal> conditions, heads; ///< Heads: one of them holds.
};

class PatternReader {
public:
  explicit PatternReader(const Entry &entry)
      : text(entry.pattern), pattern{&entry, {}, {}} {}

  Pattern read() {
    const bool isConditional = text.find("=>") != text.npos;
    if (isConditional) {
      do
        pattern.conditions.push_back(literal());
      while (take('&'));
      at += 2;
    }
    do
      pattern.heads.push_back(literal());
    while (take('|'));
    return std::move(pattern);
  }

private:
  bool take(char c) {
    if (at >= text.size() || text[at] != c)
      return false;
    ++at;
    return true;
  }

  Literal literal() {
    Literal result;
    result.isNegated = take('~');
    result.isRelation = text[at] == 'R';
    at += result.isRelation ? 2 : 0;
    result.left = term();
    ++at; // The comma, or =.
    result.right = term();
    at += result.isRelation;
    return result;
  }

  Term term() {
    Term result{std::string(1, text[at++]), {}};
    if (take('(')) {
      do
        result.arguments.push_back(term());
      while (take(','));
      ++at;
    }
    return result;
  }

  const std::string_view text;
  size_t at = 0;
  Pattern pattern;
};

const std::vector<Pattern> &patterns() {
  static const std::vector<Pattern> list = [] {
    std::vector<Pattern> result;
    for (const Entry &entry : entries)
      result.push_back(PatternReader(entry).read());
    return result;
  }();
  return list;
}

//===--- Matching ---------------------------------------------------------===//

/// Between the name of a definition and those of constants.
constexpr char separator = '\n';

bool isLiteral(const Sentence &s) {
  return s.kind == Kind::Claim ||
         (s.kind == Kind::Not && s.parts[0].kind == Kind::Claim);
}

/// What the letters of a pattern stand for.
class Matcher {
public:
  Matcher(const Theory &theory, const std::vector<Bound> &bound)
      : theory(theory) {
    for (const Bound &variable : bound)
      variables.insert(variable.name);
  }

  bool match(const Pattern &pattern,
             const std::vector<const Sentence *> &conditions,
             const std::vector<const Sentence *> &heads) {
    return conditions.size() == pattern.conditions.size() &&
           heads.size() == pattern.heads.size() &&
           each(pattern.heads, heads, 0, 0, [&] {
             return each(pattern.conditions, conditions, 0, 0,
                         [] { return true; });
           });
  }

  std::map<char, std::string> letters;

private:
  /// Matches literals with sentences in any order, one to one.
  template <typename Next>
  bool each(const std::vector<Literal> &literals,
            const std::vector<const Sentence *> &sentences, size_t at,
            unsigned taken, const Next &next) {
    if (at == literals.size())
      return next();
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (taken & (1u << i))
        continue;
      const auto saved = letters;
      if (literal(literals[at], *sentences[i], [&] {
            return each(literals, sentences, at + 1, taken | (1u << i), next);
          }))
        return true;
      letters = saved;
    }
    return false;
  }

  template <typename Next>
  bool literal(const Literal &literal, const Sentence &sentence,
               const Next &next) {
    const bool isNegated = sentence.kind == Kind::Not;
    if (!isLiteral(sentence) || isNegated != literal.isNegated)
      return false;
    const Claim &claim = isNegated ? sentence.parts[0].claim : sentence.claim;
    if (claim.arguments.size() < 2 || claim.predicate == "in")
      return false;
    if (literal.isRelation)
      return relation(literal, claim, next);
    if (claim.predicate != "=")
      return false;
    const Term &first = claim.arguments[0], &second = claim.arguments[1];
    const auto saved = letters;
    for (bool isTurned : {false, true}) {
      if (term(literal.left, isTurned ? second : first) &&
          term(literal.right, isTurned ? first : second) && next())
        return true;
      letters = saved;
    }
    return false;
  }

  /// A relation between elements, a definition about two elements and
  /// constants, or a function whose values are compared with a constant of
  /// another set.
  template <typename Next>
  bool relation(const Literal &literal, const Claim &claim, const Next &next) {
    const std::vector<Term> *arguments = &claim.arguments;
    std::string name = claim.predicate;
    if (name == "=") {
      const Term *applied = &claim.arguments[0], *value = &claim.arguments[1];
      if (applied->isName())
        std::swap(applied, value);
      if (applied->arguments.size() != 2 || !value->isName() ||
          variables.count(value->name) || !isTest(applied->name))
        return false;
      arguments = &applied->arguments;
      name = applied->name;
      if (!bind('=', value->name))
        return false;
    }
    // What else a definition is about must be the same everywhere.
    for (size_t i = 2; i < arguments->size(); ++i) {
      const Term &other = (*arguments)[i];
      if (!other.isName() || variables.count(other.name))
        return false;
      name += separator + other.name;
    }
    const auto saved = letters;
    if (bind('R', name) && term(literal.left, (*arguments)[0]) &&
        term(literal.right, (*arguments)[1]) && next())
      return true;
    letters = saved;
    return false;
  }

  /// Its values are in another set than its two inputs.
  bool isTest(const std::string &function) const {
    auto it = theory.signatures.find(function);
    return it != theory.signatures.end() && it->second.size() == 3 &&
           it->second[0] == it->second[1] && it->second[2] != it->second[0] &&
           !it->second[2].empty();
  }

  bool bind(char letter, const std::string &name) {
    auto [it, isNew] = letters.emplace(letter, name);
    if (!isNew)
      return it->second == name;
    // Different variables have different letters; functions need not.
    if (letter >= 'a' && letter <= 'd')
      for (const auto &[other, taken] : letters)
        if (other != letter && other >= 'a' && other <= 'd' && taken == name)
          return false;
    return true;
  }

  bool term(const Term &pattern, const Term &at) {
    const char letter = pattern.name[0];
    if (pattern.isName()) {
      const bool isVariable = variables.count(at.name) != 0;
      return at.isName() && isVariable == (letter != 'e') &&
             bind(letter, at.name);
    }
    if (at.arguments.size() != pattern.arguments.size() ||
        !bind(letter, at.name))
      return false;
    for (size_t i = 0; i < at.arguments.size(); ++i)
      if (!term(pattern.arguments[i], at.arguments[i]))
        return false;
    return true;
  }

  const Theory &theory;
  std::set<std::string> variables;
};

} // namespace

//===--- Names ------------------------------------------------------------===//

std::string toString(const LawName &law) {
  const auto &s = law.symbols;
  if (law.name == "homomorphism" || law.name == "antihomomorphism")
    return s[0] + " is " + (law.name[0] == 'a' ? "an " : "a ") + law.name +
           (s.size() == 3 ? " from " + s[1] + " to " + s[2] : " of " + s[1]);
  if (law.name == "left identity" || law.name == "right identity" ||
      law.name.ends_with("absorbing element"))
    return law.name + " " + s[0] + " of " + s[1];
  if (law.name == "left inverse" || law.name == "right inverse" ||
      law.name == "complement")
    return law.name + " " + s[0] + " for " + s[1];
  if (law.name == "de Morgan")
    return "de Morgan's law for " + s[0] + " and " + s[1];
  if (law.name.ends_with("cancellation except by"))
    return law.name.substr(0, law.name.find(" except")) + " of " + s[0] +
           " except by " + s[1];
  if (law.name == "uniqueness of the inverse")
    return law.name + " " + s[0];
  if (law.name == "no non-trivial decomposition")
    return law.name + " of " + s[0] + " by " + s[1];
  if (s.size() == 2)
    return law.name + " of " + s[0] + " over " + s[1];
  return law.name + " of " + s[0];
}

LawNames::LawNames(const Theory &theory) : theory(theory) {
  if (theory.axioms)
    noteAxioms(theory.axioms, 0);
}

/// Axioms may be those of a definition.
void LawNames::noteAxioms(const FormulaRef &formula, unsigned depth) {
  if (depth > 16)
    return;
  for (const FormulaRef &part : flatten(formula)) {
    const Definition *definition = part->kind == Formula::Kind::Atom
                                       ? theory.definition(part->predicate)
                                       : nullptr;
    if (!definition) {
      note(part);
      continue;
    }
    Renaming arguments;
    for (size_t i = 0; i < part->arguments.size(); ++i)
      arguments[definition->parameters[i].name] = part->arguments[i];
    noteAxioms(substitute(definition->body, arguments), depth + 1);
  }
}

void LawNames::note(const FormulaRef &formula) {
  if (auto law = find(formula)) {
    std::string text = law->name;
    for (const std::string &symbol : law->symbols)
      text += " " + symbol;
    known.insert(text);
  }
}

std::optional<LawName> LawNames::find(const FormulaRef &formula) const {
  return match(readingOf(theory, formula));
}

/// From two elements of a set to a third one; not a test of two elements.
bool LawNames::isOperation(const std::string &function) const {
  auto it = theory.signatures.find(function);
  return it == theory.signatures.end() ||
         std::set<std::string>(it->second.begin(), it->second.end()).size() ==
             1;
}

std::optional<LawName> LawNames::match(const Sentence &sentence) const {
  const bool isClause = sentence.kind == Kind::ForAll;
  std::vector<const Sentence *> conditions, heads;
  if (isClause)
    for (const Sentence &condition : sentence.conditions)
      conditions.push_back(&condition);
  const Sentence &head = isClause ? sentence.parts[0] : sentence;
  if (head.kind == Kind::Either)
    for (const Sentence &part : head.parts)
      heads.push_back(&part);
  else
    heads.push_back(&head);
  if (!isClause || conditions.size() > 4 || heads.size() > 2)
    return std::nullopt;
  for (const Pattern &pattern : patterns()) {
    Matcher matcher(theory, sentence.bound);
    const Entry &entry = *pattern.entry;
    if (!matcher.match(pattern, conditions, heads) ||
        (entry.name == std::string_view("complement") &&
         !isOperation(matcher.letters['f'])))
      continue;
    // `left identity ef|right identity ef`
    std::string_view needs = entry.needs;
    bool isKnown = needs.empty();
    while (!needs.empty() && !isKnown) {
      const std::string_view one = needs.substr(0, needs.find('|'));
      const size_t space = one.rfind(' ');
      std::string text(one.substr(0, space));
      for (char letter : one.substr(space + 1))
        text += " " + matcher.letters[letter];
      isKnown = known.count(text) != 0;
      needs.remove_prefix(std::min(needs.size(), one.size() + 1));
    }
    if (!isKnown)
      continue;
    LawName law{entry.name, {}};
    for (const char *letter = entry.symbols; *letter; ++letter)
      if (*letter != '>' && *letter != ':')
        law.symbols.push_back(matcher.letters[*letter].substr(
            0, matcher.letters[*letter].find(separator)));
    return law;
  }
  return std::nullopt;
}

} // namespace mplc::proof
