//===- Markup.cpp - Sentences as HTML and MathML --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"

#include "mplc/Support/Visible.h"

namespace mplreport {

using namespace mplc::proof;
using Kind = Sentence::Kind;

std::string escape(std::string_view text) {
  std::string result;
  for (char c : mplc::visible(text))
    switch (c) {
    case '&':
      result += "&amp;";
      break;
    case '<':
      result += "&lt;";
      break;
    case '>':
      result += "&gt;";
      break;
    case '"':
      result += "&quot;";
      break;
    case '\'':
      result += "&#39;";
      break;
    default:
      result += c;
    }
  return result;
}

std::string symbol(std::string_view name) {
  static constexpr std::pair<std::string_view, const char *> symbols[] = {
      {"*", "·"},  {"-", "−"},   {"<=", "≤"},  {">=", "≥"}, {"->", "→"},
      {"<-", "←"}, {"=>", "⇒"},  {"&", "∧"},   {"|", "∨"},  {"~", "¬"},
      {"\\", "∖"}, {"/\\", "∧"}, {"\\/", "∨"}, {"!=", "≠"}};
  for (auto [word, text] : symbols)
    if (word == name)
      return text;
  return std::string(name);
}

std::string withSymbols(const std::string &text) {
  std::string result;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    result += (at ? " " : "") + symbol(text.substr(at, end - at));
    at = end + 1;
  }
  return result;
}

std::string lawText(LawName law) {
  for (std::string &name : law.symbols)
    name = symbol(name);
  return toString(law);
}

//===--- MathML -----------------------------------------------------------===//

static std::string element(const char *tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + escape(text) + "</" + tag + ">";
}

static bool isDigits(std::string_view text) {
  return text.find_first_not_of("0123456789") == text.npos;
}

/// The name of anything: digits at its end are an index.
static std::string identifier(const std::string &name) {
  if (isOperator(name))
    return element("mo", symbol(name));
  const bool isNumber =
      isDigits(name) || (name[0] == '-' && isDigits(name.substr(1)));
  if (isNumber)
    return element("mn", name);
  for (const char *prime : {"′", "″"})
    if (name.size() > 3 && name.ends_with(prime))
      return identifier(name.substr(0, name.size() - 3)) +
             "<mo lspace=\"0\" rspace=\"0\">" + prime + "</mo>";
  const size_t end = name.find_last_not_of("0123456789") + 1;
  if (end == name.size())
    return element("mi", name);
  return "<msub>" + element("mi", name.substr(0, end)) +
         element("mn", name.substr(end)) + "</msub>";
}

static std::string term(const Term &at);

/// Brackets grow with what they hold by themselves, and with some fonts far
/// beyond it; what stands in them here is one line high.
static constexpr char opening[] = "<mo stretchy=\"false\">(</mo>",
                      closing[] = "<mo stretchy=\"false\">)</mo>";

static std::string bracketed(const std::string &inner, bool brackets) {
  return brackets ? opening + inner + closing : inner;
}

static std::string applied(const std::string &name,
                           const std::vector<Term> &arguments) {
  std::string result = identifier(name) + "<mo>&#8289;</mo>" + opening;
  for (size_t i = 0; i < arguments.size(); ++i)
    result += (i ? "<mo>,</mo>" : "") + term(arguments[i]);
  return result + closing;
}

static std::string term(const Term &at) {
  if (at.isName())
    return identifier(at.name);
  if (at.arguments.size() == 2 && isOperator(at.name)) {
    const Term &left = at.arguments[0], &right = at.arguments[1];
    const std::string base = bracketed(term(left), needsBrackets(left, at));
    if (at.name == "^")
      return "<msup><mrow>" + base + "</mrow><mrow>" + term(right) +
             "</mrow></msup>";
    return base + element("mo", symbol(at.name)) +
           bracketed(term(right), needsBrackets(right, at));
  }
  if (at.arguments.size() == 1 && at.name == "inv") {
    const Term &base = at.arguments[0];
    return "<msup><mrow>" + bracketed(term(base), !base.isName()) +
           "</mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup>";
  }
  if (at.arguments.size() == 1 && at.name == "not") {
    const Term &inner = at.arguments[0];
    const bool isInfix = inner.arguments.size() == 2 && isOperator(inner.name);
    return "<mo>¬</mo>" + bracketed(term(inner), isInfix);
  }
  return applied(at.name, at.arguments);
}

static std::string relation(const std::string &predicate, bool isNegated) {
  if (predicate == "=")
    return isNegated ? "<mo>≠</mo>" : "<mo>=</mo>";
  if (predicate == "in")
    return isNegated ? "<mo>∉</mo>" : "<mo>∈</mo>";
  const std::string word = symbol(predicate);
  if (!isNegated)
    return element("mo", word);
  if (word == "≤" || word == "≥" || word == "<" || word == ">")
    return word == "≤"   ? "<mo>≰</mo>"
           : word == "≥" ? "<mo>≱</mo>"
           : word == "<" ? "<mo>≮</mo>"
                         : "<mo>≯</mo>";
  // A long stroke through the sign before.
  return element("mo", word + "̸");
}

static std::string side(const Claim &at, size_t argument) {
  const Term &side = at.arguments[argument];
  return bracketed(term(side), needsBrackets(side, at));
}

static bool isRelation(const Claim &at) {
  const bool isBuiltIn = at.predicate == "=" || at.predicate == "in";
  return at.arguments.size() == 2 && (isBuiltIn || isOperator(at.predicate));
}

static std::string relation(const Claim &at, bool isNegated) {
  std::string predicate = at.predicate;
  if (predicate[0] == ' ')
    predicate.erase(0, 1);
  return relation(predicate, isNegated);
}

static std::string claim(const Claim &at, bool isNegated) {
  if (isRelation(at))
    return side(at, 0) + relation(at, isNegated) + side(at, 1);
  return (isNegated ? "<mo>¬</mo>" : "") + applied(at.predicate, at.arguments);
}

static std::string mapping(const std::vector<Term> &arguments) {
  std::string result = term(arguments[0]) + "<mo>:</mo>";
  for (size_t i = 1; i < arguments.size(); ++i)
    result += (i == 1                      ? ""
               : i + 1 == arguments.size() ? "<mo>→</mo>"
                                           : "<mo>×</mo>") +
              term(arguments[i]);
  return result;
}

/// Plain text for those who do not see the formula.
static std::string wrap(const std::string &inner, const std::string &text) {
  return "<math alttext=\"" + escape(text) + "\">" + inner + "</math>";
}

static std::string wrap(const std::string &inner, const Sentence &sentence) {
  return wrap(inner, toString(sentence));
}

static std::string plain(const Term &at) {
  Sentence sentence;
  sentence.kind = Kind::Claim;
  sentence.claim = {"=", {at, {"", {}}}};
  std::string text = toString(sentence);
  return text.substr(0, text.size() - 3);
}

std::string math(const Term &at) { return wrap(term(at), plain(at)); }

std::string mathEquals(const Term &at) {
  return wrap("<mo form=\"infix\">=</mo>" + term(at), "= " + plain(at));
}

std::string math(const Term &left, const Term &right) {
  Sentence sentence;
  sentence.kind = Kind::Claim;
  sentence.claim = {"=", {left, right}};
  return html(sentence);
}

std::string mathUnequal(const Term &left, const Term &right) {
  Sentence equal, sentence;
  equal.kind = Kind::Claim;
  equal.claim = {"=", {left, right}};
  sentence.kind = Kind::Not;
  sentence.parts.push_back(std::move(equal));
  return html(sentence);
}

std::string math(const std::vector<Bound> &bound) {
  std::string result;
  for (size_t i = 0; i < bound.size(); ++i) {
    result += (i ? "<mo>,</mo>" : "") + identifier(bound[i].name);
    const bool isLast =
        i + 1 == bound.size() || bound[i + 1].set != bound[i].set;
    if (isLast && !bound[i].set.empty())
      result += "<mo>∈</mo>" + identifier(bound[i].set);
  }
  return wrap(result, toString(bound));
}

/// A claim with what is said of it as text. Browsers do not break formulas: the
/// sides of a long equation are formulas of their own, with a place to break
/// between them.
static std::string formula(const Claim &at, bool isNegated,
                           const std::string &text) {
  constexpr size_t longest = 26;
  if (text.size() <= longest || !isRelation(at))
    return wrap(claim(at, isNegated), text);
  const std::string left = plain(at.arguments[0]);
  std::string sign = relation(at, isNegated);
  sign.insert(sign.find('>'), " form=\"infix\"");
  // What the left side leaves of the text: the sign and the right side.
  const size_t rest =
      text.find_first_not_of(") ", text.find(left) + left.size());
  return wrap(side(at, 0), left) + "<wbr>" +
         wrap(sign + side(at, 1), text.substr(rest));
}

//===--- Sentences --------------------------------------------------------===//

static std::string list(const std::vector<Sentence> &parts, const char *word) {
  std::string result;
  for (const Sentence &part : parts) {
    const bool isSimple =
        part.kind != Kind::Both && part.kind != Kind::Either &&
        part.kind != Kind::ForAll && part.kind != Kind::Exists;
    const bool needs = !isSimple && parts.size() > 1;
    result += (result.empty() ? "" : word) + std::string(needs ? "(" : "") +
              html(part) + (needs ? ")" : "");
  }
  return result;
}

std::string html(const Sentence &s) {
  switch (s.kind) {
  case Kind::False:
    return "a contradiction";
  case Kind::Claim:
    return formula(s.claim, false, toString(s));
  case Kind::Mapping:
    return wrap(mapping(s.claim.arguments), s);
  case Kind::Both:
    return list(s.parts, " and ");
  case Kind::Either:
    return list(s.parts, " or ");
  case Kind::Not:
    if (s.parts[0].kind == Kind::Claim)
      return formula(s.parts[0].claim, true, toString(s));
    return "not (" + html(s.parts[0]) + ")";
  case Kind::ForAll: {
    std::string result;
    if (!s.bound.empty() && startsWithQuantifier(s))
      result = "<span class=\"q\">for all " + math(s.bound) + ":</span> ";
    if (!s.conditions.empty())
      result += "if " + list(s.conditions, " and ") + ", then ";
    result += html(s.parts[0]);
    if (!s.bound.empty() && !startsWithQuantifier(s))
      result += (s.conditions.empty() ? " <span class=\"q\">for all "
                                      : ", <span class=\"q\">for all ") +
                math(s.bound) + "</span>";
    return result;
  }
  case Kind::Exists: {
    std::string result = "there is " + math(s.bound);
    if (!s.parts.empty())
      result += " with " + list(s.parts, " and ");
    return result;
  }
  }
  return {};
}

} // namespace mplreport
