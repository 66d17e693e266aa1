//===- Names.cpp - Identifiers for names of MPL ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Names.h"

#include <cstdint>
#include <cstdio>

namespace mplexport {

static std::string_view symbol(char c) {
  switch (c) {
  case '+':
    return "plus";
  case '-':
    return "minus";
  case '*':
    return "times";
  case '/':
    return "over";
  case '\\':
    return "without";
  case '<':
    return "lt";
  case '=':
    return "equals";
  case '>':
    return "gt";
  case '&':
    return "and";
  case '|':
    return "bar";
  case '^':
    return "hat";
  case '~':
    return "tilde";
  case '%':
    return "mod";
  case '?':
    return "query";
  default:
    return {};
  }
}

static bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string identifier(std::string_view name) {
  while (name.starts_with(' '))
    name.remove_prefix(1);
  if (name == "<=")
    return "le";
  if (name == ">=")
    return "ge";
  if (name == "->")
    return "to";
  std::string text;
  for (char c : name) {
    if (isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '\'') {
      text += c;
    } else if (std::string_view word = symbol(c);
               !word.empty() && (c != '-' || text.empty())) {
      text += (text.empty() ? "" : "_") + std::string(word);
    } else if (uint8_t(c) >= 0x80) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "x%02x", unsigned(uint8_t(c)));
      text += hex;
    } else {
      text += '_';
    }
  }
  return text.empty() || !isLetter(text[0]) ? "n" + text : text;
}

std::string Names::fresh(std::string_view wish) {
  const std::string base = identifier(wish);
  std::string candidate = base;
  for (unsigned n = 2; !used.insert(candidate).second; ++n)
    candidate = base + "_" + std::to_string(n);
  return candidate;
}

std::string Names::enter(const std::string &name, std::string_view wish) {
  std::string text = fresh(wish);
  meanings[name].push_back(text);
  open.push_back({name, text, false});
  return text;
}

void Names::alias(const std::string &name, const std::string &text) {
  meanings[name].push_back(text);
  open.push_back({name, text, true});
}

void Names::leave(size_t mark) {
  while (open.size() > mark) {
    auto &[name, text, isAlias] = open.back();
    if (!isAlias)
      used.erase(text);
    auto it = meanings.find(name);
    it->second.pop_back();
    if (it->second.empty())
      meanings.erase(it);
    open.pop_back();
  }
}

std::string Names::find(const std::string &name) const {
  auto it = meanings.find(name);
  return it == meanings.end() ? std::string() : it->second.back();
}

} // namespace mplexport
