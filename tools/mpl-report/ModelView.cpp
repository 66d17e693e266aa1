//===- ModelView.cpp - Finite models as tables ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A run writes a model as lines: `e = 0`, `in.G: 0 1`, `in3.*: 0,0=0 0,1=1`,
// `in2.<: 0,1`. Sets are shown as sets, functions of one or two inputs as
// tables, relations as sets of tuples, and a line of any other form as it is.
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Site.h"

#include <sstream>

namespace mplreport {

using namespace mplc::proof;

namespace {

/// An entry: `0,1=2` has two inputs and a value, `0,1` no value.
struct Fact {
  std::vector<std::string> inputs;
  std::string value;
};

std::vector<Fact> factsOf(const std::string &text) {
  std::vector<Fact> facts;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    Fact fact;
    if (const size_t sign = word.find('='); sign != word.npos) {
      fact.value = word.substr(sign + 1);
      word.resize(sign);
    }
    std::istringstream inputs(word);
    for (std::string input; std::getline(inputs, input, ',');)
      fact.inputs.push_back(input);
    facts.push_back(std::move(fact));
  }
  return facts;
}

/// Rows and columns in the order in which the facts name them.
std::string table(const std::string &name, const std::vector<Fact> &facts) {
  const bool isBinary = facts[0].inputs.size() == 2;
  std::vector<std::string> rows, columns;
  std::map<std::pair<std::string, std::string>, std::string> values;
  std::set<std::string> seen[2];
  for (const Fact &fact : facts) {
    const std::string row = isBinary ? fact.inputs[0] : "";
    if (seen[0].insert(row).second)
      rows.push_back(row);
    if (seen[1].insert(fact.inputs.back()).second)
      columns.push_back(fact.inputs.back());
    values[{row, fact.inputs.back()}] = fact.value;
  }
  std::string text = "<table class=\"model\"><thead><tr><th scope=\"col\">" +
                     math(Term{isBinary ? name : "x", {}}) + "</th>";
  for (const std::string &column : columns)
    text += "<th scope=\"col\">" + escape(column) + "</th>";
  text += "</tr></thead><tbody>";
  for (const std::string &row : rows) {
    text += "<tr><th scope=\"row\">" +
            (isBinary ? escape(row) : math(Term{name, {Term{"x", {}}}})) +
            "</th>";
    for (const std::string &column : columns)
      text += "<td>" + escape(values[{row, column}]) + "</td>";
    text += "</tr>";
  }
  return text + "</tbody></table>\n";
}

std::string setOf(const std::string &name, const std::vector<Fact> &facts) {
  std::string text = "<p>" + math(Term{name, {}}) + " = {";
  for (size_t i = 0; i < facts.size(); ++i) {
    const auto &inputs = facts[i].inputs;
    std::string tuple;
    for (const std::string &input : inputs)
      tuple += (tuple.empty() ? "" : ", ") + input;
    text += (i ? ", " : "") +
            escape(inputs.size() == 1 ? tuple : "(" + tuple + ")");
  }
  return text + "}</p>\n";
}

} // namespace

std::string modelView(const Site &site, const std::string &model) {
  const Reader reader(site.run.theory);
  std::string text = "<div class=\"models\">";
  std::istringstream lines(model);
  for (std::string line; std::getline(lines, line);) {
    const size_t colon = line.find(": "), dot = line.find('.');
    const size_t equals = line.find(" = ");
    if (colon == line.npos && equals != line.npos) {
      text += "<p>" + math(reader.term(line.substr(0, equals))) + " = " +
              escape(line.substr(equals + 3)) + "</p>\n";
      continue;
    }
    const bool isAtom = line.starts_with("in") && dot < colon &&
                        line.find_first_not_of("0123456789", 2) == dot;
    std::vector<Fact> facts;
    if (isAtom && colon != line.npos)
      facts = factsOf(line.substr(colon + 2));
    bool isTable = !facts.empty(), isSet = !facts.empty();
    for (const Fact &fact : facts) {
      isTable &= !fact.value.empty() && !fact.inputs.empty() &&
                 fact.inputs.size() <= 2 &&
                 fact.inputs.size() == facts[0].inputs.size();
      isSet &= fact.value.empty();
    }
    const std::string name =
        isAtom ? reader.term(line.substr(dot + 1, colon - dot - 1)).name : "";
    text += isTable ? table(name, facts)
            : isSet ? setOf(name, facts)
                    : "<pre>" + escape(line) + "</pre>\n";
  }
  return text + "</div>";
}

} // namespace mplreport
