//===- Inline.cpp - The compiler's own definitions, put in place ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/Inline.h"

#include "runtime/proof/Statement.h"

#include <algorithm>

namespace mplrt {

namespace calculus = mplc::calculus;

namespace {

constexpr std::string_view prefix = calculus::inlinePrefix;

const calculus::Definition &definitionOf(const calculus::Program &program,
                                         std::string_view name) {
  return *std::find_if(program.definitions.begin(), program.definitions.end(),
                       [&](const calculus::Definition &d) { return d.name == name; });
}

} // namespace

bool isInline(std::string_view predicate) {
  return predicate.substr(0, prefix.size()) == prefix;
}

bool isInlineAtom(std::string_view formula) {
  if (!formula.empty() && formula[0] == '!')
    formula.remove_prefix(1);
  return !formula.empty() && formula[0] == '(' && isInline(formula.substr(1));
}

std::string partOfBody(const calculus::Program &program, std::string_view atom,
                       std::string_view path) {
  const size_t open = atom.find('['), close = atom.find(']', open);
  const calculus::Definition &definition =
      definitionOf(program, atom.substr(1, open - 1));
  std::map<std::string, std::string> names;
  size_t begin = open + 1;
  for (const std::string &parameter : definition.parameters) {
    const size_t end = std::min(atom.find(',', begin), close);
    names[parameter] = atom.substr(begin, end - begin);
    begin = end + 1;
  }
  std::string part = rename(definition.body, names);
  while (path != "-" && !path.empty()) {
    const size_t end = std::min(path.find('.'), path.size());
    part = topParts(part)[std::stoul(std::string(path.substr(0, end)))];
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return part;
}

std::string inlined(const calculus::Program &program, std::string_view text) {
  std::string result;
  for (;;) {
    const size_t at = text.find(std::string("(") + std::string(prefix));
    result += text.substr(0, at);
    if (at == std::string_view::npos)
      return result;
    const size_t open = text.find('[', at), close = text.find(']', open);
    const calculus::Definition &definition =
        definitionOf(program, text.substr(at + 1, open - at - 1));
    std::map<std::string, std::string> names;
    size_t begin = open + 1;
    for (const std::string &parameter : definition.parameters) {
      const size_t end = std::min(text.find(',', begin), close);
      names[parameter] = text.substr(begin, end - begin);
      begin = end + 1;
    }
    std::string body = inlined(program, rename(definition.body, names));
    if (!result.empty() && result.back() == '!' && body[0] == '!') {
      result.pop_back();
      body.erase(0, 1);
    }
    result += body;
    text.remove_prefix(close + 2);
  }
}

} // namespace mplrt
