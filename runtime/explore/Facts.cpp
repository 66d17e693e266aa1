//===- Facts.cpp - A model that a user supplies ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Facts.h"

#include <algorithm>
#include <fstream>

namespace mplrt {

namespace {

std::vector<std::string> splitAtTabs(const std::string &line) {
  std::vector<std::string> words{""};
  for (const char c : line)
    if (c == '\t')
      words.emplace_back();
    else
      words.back() += c;
  return words;
}

} // namespace

std::shared_ptr<FactsModel> FactsModel::read(const std::string &path,
                                             const calculus::Program &program,
                                             std::string &error) {
  std::ifstream file(path);
  if (!file) {
    error = path + ": cannot be read";
    return nullptr;
  }
  std::shared_ptr<FactsModel> model(new FactsModel(program));
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.back() == '\r')
      line.pop_back();
    if (line.empty() || line[0] == '#')
      continue;
    const std::vector<std::string> words = splitAtTabs(line);
    size_t wrong = 0;
    std::string message;
    if (model->add(words, wrong, message))
      continue;
    size_t column = 1;
    for (size_t w = 0; w < wrong; ++w)
      column += words[w].size() + 1;
    error = path + ":" + std::to_string(number) + ":" + std::to_string(column) +
            ": error: " + message;
    return nullptr;
  }
  if (file.bad()) {
    error = path + ": cannot be read";
    return nullptr;
  }
  return model;
}

bool FactsModel::add(const std::vector<std::string> &words, size_t &wrongWord,
                     std::string &error) {
  const auto found = std::find_if(
      program.relations.begin(), program.relations.end(), [&](const auto &r) {
        return r.pattern.back() == words[0] || r.predicate == words[0];
      });
  if (found == program.relations.end()) {
    error = "the theory has no relation '" + words[0] + "'";
    return false;
  }
  const auto relation = uint32_t(found - program.relations.begin());
  if (words.size() != found->arity() + 1) {
    error = "'" + words[0] + "' has " + std::to_string(found->arity()) +
            " arguments, not " + std::to_string(words.size() - 1);
    return false;
  }
  std::vector<Element> arguments;
  for (uint32_t a = 0; a < found->arity(); ++a) {
    if (words[a + 1].empty()) {
      wrongWord = a + 1;
      error = "an element without a name";
      return false;
    }
    arguments.push_back(number(words[a + 1]));
    // What stands in a column is in the column's set.
    sorts[found->columns[a].sort].insert(arguments.back());
    sorts[calculus::none].insert(arguments.back());
  }
  if (found->arity() == 1)
    sorts[relation].insert(arguments[0]);
  relations[relation].insert(arguments);
  if (!found->functional)
    return true;
  const Element output = arguments.back();
  arguments.pop_back();
  const auto [it, isNew] = functions[relation].try_emplace(arguments, output);
  if (!isNew && it->second != output) {
    wrongWord = words.size() - 1;
    error = "'" + words[0] + "' has another output for these arguments";
    return false;
  }
  return true;
}

Element FactsModel::number(const std::string &name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it != names.end())
    return Element(it - names.begin());
  names.push_back(name);
  return Element(names.size() - 1);
}

std::vector<Element> FactsModel::values(uint32_t sort) {
  return {sorts[sort].begin(), sorts[sort].end()};
}

Element FactsModel::constant(uint32_t, uint32_t index) {
  const auto it = std::find(names.begin(), names.end(), program.constants[index]);
  return it == names.end() ? kUnknown : Element(it - names.begin());
}

void FactsModel::apply(uint32_t function, ElementColumns inputs, size_t n,
                       Element *outputs) {
  const auto &table = functions[function];
  std::vector<Element> key(inputs.size());
  for (size_t k = 0; k < n; ++k) {
    for (size_t a = 0; a < key.size(); ++a)
      key[a] = inputs[a][k];
    const auto it = table.find(key);
    outputs[k] = it == table.end() ? kUnknown : it->second;
  }
}

void FactsModel::holds(uint32_t relation, ElementColumns arguments, size_t n,
                       uint8_t *results) {
  const auto &table = relations[relation];
  std::vector<Element> key(arguments.size());
  for (size_t k = 0; k < n; ++k) {
    for (size_t a = 0; a < key.size(); ++a)
      key[a] = arguments[a][k];
    results[k] = table.count(key) != 0;
  }
}

Model::Shape FactsModel::shape(uint32_t, Element) { return {}; }

std::string FactsModel::text(uint32_t, Element element) {
  return element == kUnknown ? "?" : names[element];
}

} // namespace mplrt
