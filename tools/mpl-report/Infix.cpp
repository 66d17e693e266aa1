//===- Infix.cpp - Terms that a run has written as text -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values, and equations that they rule out, are there as text only. A run
// brackets every operator within another one, so that there is no precedence to
// know: a term has at most one operator outside of brackets.
//
//===----------------------------------------------------------------------===//

#include "Infix.h"

namespace mplreport {

using namespace mplc::proof;

namespace {

class InfixReader {
public:
  InfixReader(std::string_view text, const Reader &reader)
      : rest(text), reader(reader) {}

  std::optional<Term> whole() {
    std::optional<Term> result = term();
    skipSpaces();
    return rest.empty() ? result : std::nullopt;
  }

private:
  void skipSpaces() {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  }

  bool take(char wanted) {
    skipSpaces();
    if (!rest.starts_with(wanted))
      return false;
    rest.remove_prefix(1);
    return true;
  }

  std::string_view word() {
    skipSpaces();
    const std::string_view result = rest.substr(0, rest.find_first_of(" (),"));
    rest.remove_prefix(result.size());
    return result;
  }

  std::optional<Term> term() {
    std::optional<Term> left = operand();
    skipSpaces();
    if (!left || rest.empty() || rest[0] == ')' || rest[0] == ',')
      return left;
    const std::string_view name = word();
    std::optional<Term> right = operand();
    if (!isOperator(name) || !right)
      return std::nullopt;
    return Term{reader.term(std::string(name)).name,
                {std::move(*left), std::move(*right)}};
  }

  std::optional<Term> operand() {
    if (take('(')) {
      std::optional<Term> inner = term();
      return take(')') ? inner : std::nullopt;
    }
    const std::string_view name = word();
    if (name.empty())
      return std::nullopt;
    // `element 3`: a value that has no other name.
    if (name == "element")
      return Term{"element " + std::string(word()), {}};
    Term result = reader.term(std::string(name));
    // Brackets stand where a function's name ends.
    if (!rest.starts_with('('))
      return result;
    do {
      rest.remove_prefix(1);
      std::optional<Term> argument = term();
      if (!argument)
        return std::nullopt;
      result.arguments.push_back(std::move(*argument));
      skipSpaces();
    } while (rest.starts_with(','));
    if (!take(')'))
      return std::nullopt;
    return reader.withNumeral(std::move(result));
  }

  std::string_view rest;
  const Reader &reader;
};

} // namespace

std::optional<Term> termIn(std::string_view text, const Reader &reader) {
  return InfixReader(text, reader).whole();
}

} // namespace mplreport
