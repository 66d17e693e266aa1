//===- Statement.cpp - An MPL formula as a proof needs it -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Works on canonical text (no white space, as the compiler prints it), which is
// all that a generated program has of a statement.
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/Statement.h"

namespace mplrt {

namespace {

bool isDelimiter(char c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == ',';
}

/// End of the expression that starts at `at`.
size_t endOf(std::string_view s, size_t at) {
  while (at < s.size() && s[at] == '!')
    ++at;
  int depth = 0;
  do {
    if (s[at] == '(')
      ++depth;
    if (s[at] == ')')
      --depth;
    ++at;
  } while (at < s.size() && depth > 0);
  return at;
}

/// Arguments and bound variables stand between brackets; a word before one is a
/// predicate or a sign of the syntax.
template <typename F> void forEachName(std::string_view s, F &&visit) {
  bool inBrackets = false;
  size_t begin = 0;
  for (size_t at = 0; at < s.size(); ++at) {
    if (!isDelimiter(s[at]))
      continue;
    if (inBrackets && at > begin)
      visit(begin, at);
    if (s[at] == '[')
      inBrackets = true;
    if (s[at] == ']')
      inBrackets = false;
    begin = at + 1;
  }
}

void flatten(std::string_view s, std::vector<std::string> &parts) {
  if (s.substr(0, 2) != "(&") {
    parts.emplace_back(s);
    return;
  }
  for (size_t at = 2; s[at] != ')';) {
    const size_t end = endOf(s, at);
    flatten(s.substr(at, end - at), parts);
    at = end;
  }
}

bool isExistential(std::string_view s) {
  if (s.substr(0, 4) != "!(>[")
    return false;
  const size_t left = s.find(']') + 1;
  return s[endOf(s, left)] == '!';
}

} // namespace

std::string rename(std::string_view text,
                   const std::map<std::string, std::string> &names) {
  std::string result;
  size_t copied = 0;
  forEachName(text, [&](size_t begin, size_t end) {
    const auto it = names.find(std::string(text.substr(begin, end - begin)));
    if (it == names.end())
      return;
    result += text.substr(copied, begin - copied);
    result += it->second;
    copied = end;
  });
  result += text.substr(copied);
  return result;
}

void collectNames(std::string_view text, std::set<std::string> &names) {
  forEachName(text, [&](size_t begin, size_t end) {
    names.emplace(text.substr(begin, end - begin));
  });
}

std::vector<std::string> topParts(std::string_view conjunction) {
  std::vector<std::string> parts;
  for (size_t at = 2; conjunction[at] != ')';) {
    const size_t end = endOf(conjunction, at);
    parts.emplace_back(conjunction.substr(at, end - at));
    at = end;
  }
  return parts;
}

TopImplication topImplication(std::string_view s) {
  TopImplication result;
  const size_t close = s.find(']');
  for (size_t at = 3; at < close;) {
    const size_t end = std::min(s.find(',', at), close);
    result.binders.emplace_back(s.substr(at, end - at));
    at = end + 1;
  }
  const size_t middle = endOf(s, close + 1);
  result.left = s.substr(close + 1, middle - close - 1);
  result.right = s.substr(middle, endOf(s, middle) - middle);
  return result;
}

Statement::Statement(std::string_view s) {
  while (s.substr(0, 3) == "(>[") {
    Level level;
    const size_t close = s.find(']');
    for (size_t at = 3; at < close;) {
      const size_t end = std::min(s.find(',', at), close);
      level.binders.emplace_back(s.substr(at, end - at));
      at = end + 1;
    }
    const size_t end = endOf(s, close + 1);
    level.left = s.substr(close + 1, end - close - 1);
    flatten(level.left, premises);
    levels.push_back(std::move(level));
    s = s.substr(end, endOf(s, end) - end);
  }
  head = s;
  if (!head.empty() && head[0] == '!' && !isExistential(head))
    flatten(std::string_view(head).substr(1), premises);
}

std::string Statement::headPath() const {
  std::string path;
  for (size_t level = 0; level < levels.size(); ++level)
    path += path.empty() ? "i" : ".i";
  return path.empty() ? "-" : path;
}

std::string Statement::instantiate(const std::string &binder,
                                   const std::string &by) const {
  const std::map<std::string, std::string> names{{binder, by}};
  std::string text, close;
  for (const Level &level : levels) {
    std::string binders;
    for (const std::string &b : level.binders)
      if (b != binder)
        binders += (binders.empty() ? "" : ",") + b;
    text += "(>[" + binders + "]" + rename(level.left, names);
    close += ')';
  }
  return text + rename(head, names) + close;
}

} // namespace mplrt
