//===- Model.cpp - Model files --------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Model.h"

#include "Proofs.h"

#include <algorithm>

using namespace mplverify;

namespace {

constexpr uint32_t maxElements = 10000;

class Reader {
public:
  Reader(Theory &theory, ModelFile &file) : theory(theory), file(file) {}

  bool run(const std::string &text) {
    Lines lines{text};
    std::string_view line;
    while (lines.next(line)) {
      file.errorLine = lines.number;
      Words words(line);
      const std::string_view word = words.take();
      if (word.empty() || word[0] == '#')
        continue;
      if (isDone)
        return fail("text after 'end'");
      if (!(header < 4 ? headerLine(word, words) : bodyLine(word, words)))
        return false;
    }
    return isDone || fail(header < 4 ? "the header is incomplete"
                                     : "'end' is missing");
  }

private:
  bool fail(std::string message) {
    file.error = std::move(message);
    return false;
  }

  bool headerLine(std::string_view word, Words words) {
    static constexpr const char *expected[] = {"mpl-model", "theory", "refutes",
                                               "elements"};
    if (word != expected[header])
      return fail("expected " + quote(expected[header]));
    if (header == 2) {
      ++header;
      return parseRefuted(theory, words, file.refuted, file.error);
    }
    const std::string_view value = words.take();
    if (value.empty() || !words.empty())
      return fail("expected one word after " + quote(word));
    switch (header++) {
    case 0:
      return value == "1" || fail("expected 'mpl-model 1'");
    case 1:
      return theory.symbols.intern(value) == theory.name ||
             fail("unknown theory " + quote(value));
    default:
      return (parseNumber(value, file.structure.elements) &&
              file.structure.elements <= maxElements) ||
             fail("expected a number of elements from 1 to " +
                  std::to_string(maxElements));
    }
  }

  bool bodyLine(std::string_view word, Words words) {
    if (word == "end") {
      isDone = true;
      return words.empty() || fail("unexpected " + quote(words.peek()));
    }
    if (word == "values")
      return valuesLine(words);
    if (word != "element" && word != "set")
      return fail("expected 'element', 'set', 'values' or 'end'");
    const Symbol name = theory.symbols.intern(words.take());
    const auto it = theory.constants.find(name);
    if (it == theory.constants.end())
      return fail("unknown constant " + theory.symbols.quoted(name));
    if (file.structure.constants.count(name) || file.structure.sets.count(name))
      return fail(theory.symbols.quoted(name) + " stands here twice");
    return word == "set" ? setLine(name, it->second, words)
                         : elementLine(name, it->second, words);
  }

  bool elementLine(Symbol name, Type type, Words words) {
    if (type != TypeTable::element)
      return fail(theory.symbols.quoted(name) + " is no element");
    return element(words.take(), file.structure.constants[name]) &&
           (words.empty() || fail("unexpected " + quote(words.peek())));
  }

  bool setLine(Symbol name, Type type, Words words) {
    const TypeTable &types = theory.types;
    if (types.kind(type) != TypeTable::Kind::Power)
      return fail(theory.symbols.quoted(name) + " is no set");
    size_t columns = 1;
    for (type = types.first(type); types.kind(type) == TypeTable::Kind::Product;
         type = types.second(type), ++columns)
      if (types.first(type) != TypeTable::element)
        return fail(theory.symbols.quoted(name) + " is no set of elements");
    if (type != TypeTable::element)
      return fail(theory.symbols.quoted(name) + " is no set of elements");
    std::vector<Structure::Row> &rows = file.structure.sets[name];
    while (!words.empty()) {
      Structure::Row &row = rows.emplace_back();
      std::string_view text = words.take();
      for (size_t at = 0; at <= text.size();) {
        const size_t comma = std::min(text.find(',', at), text.size());
        if (!element(text.substr(at, comma - at), row.emplace_back()))
          return false;
        at = comma + 1;
      }
      if (row.size() != columns)
        return fail("a row of " + theory.symbols.quoted(name) + " has " +
                    std::to_string(columns) + " elements");
    }
    std::sort(rows.begin(), rows.end());
    return std::adjacent_find(rows.begin(), rows.end()) == rows.end() ||
           fail("a row of " + theory.symbols.quoted(name) + " stands here twice");
  }

  bool valuesLine(Words words) {
    while (!words.empty()) {
      const std::string_view word = words.take();
      const size_t equals = word.find('=', 1);
      if (equals == std::string_view::npos)
        return fail("expected a variable, '=' and an element");
      const Symbol name = theory.symbols.intern(word.substr(0, equals));
      if (file.values.count(name))
        return fail(theory.symbols.quoted(name) + " stands here twice");
      if (!element(word.substr(equals + 1), file.values[name]))
        return false;
    }
    return true;
  }

  bool element(std::string_view word, uint32_t &value) {
    value = 0;
    if (word != "0" && !parseNumber(word, value))
      return fail("expected an element, found " + quote(word));
    return value < file.structure.elements ||
           fail("there is no element " + std::string(word));
  }

  Theory &theory;
  ModelFile &file;
  size_t header = 0;
  bool isDone = false;
};

} // namespace

bool mplverify::checkModel(Theory &theory, const std::string &path,
                           ModelFile &file) {
  std::string text;
  if (!readFile(path, text))
    return false;
  file.path = path;
  if (!Reader(theory, file).run(text))
    return true;
  file.errorLine = 3;
  refutes(theory, file.structure, file.refuted, file.values, file.error);
  return true;
}
