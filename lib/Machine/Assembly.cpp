//===- Assembly.cpp - Images as text --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One instruction or directive a line. What follows from the rest is not written:
// addresses, and which plan comes next. `?` marks a column that is written, `_`
// the register that swallows it.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"

#include <algorithm>
#include <cctype>

namespace mplc::machine {

namespace {

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\')
      text += '\\';
    text += c;
  }
  return text + '"';
}

const char *const kUnitKinds[] = {"plan", "licence", "existential"};

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

std::string registerName(uint16_t reg) {
  return reg == kSink ? "_" : "r" + std::to_string(reg);
}

std::string columnsOf(const Instruction &i) {
  std::string text;
  for (unsigned c = 0; c < i.columns; ++c)
    text += (c == 0 ? "" : ", ") + std::string(i.writes(c) ? "?" : "") +
            registerName(i.reg[c]);
  return text;
}

std::string tableName(const std::vector<Table> &tables, uint32_t relation) {
  return relation < tables.size() ? quoted(tables[relation].name)
                                  : std::to_string(relation);
}

} // namespace

std::string toString(const Instruction &i, const std::vector<Table> &tables) {
  const std::string name = nameOf(i.op);
  const std::string list = "[" + columnsOf(i) + "]";
  auto number = [](const char *what, uint32_t n) {
    return std::string(" ") + what + " " + std::to_string(n);
  };
  switch (i.op) {
  case Op::Plan:
    return name + number("rule", i.rule) + number("count", i.count);
  case Op::New:
  case Op::Probe:
  case Op::Scan:
  case Op::All:
    return name + " " + tableName(tables, i.relation) + list +
           number("premise", i.premise) + (i.flag ? " older" : "");
  case Op::Same:
  case Op::Equate:
    return name + " " + columnsOf(i);
  case Op::Const:
  case Op::Input:
  case Op::Fresh:
    return name + " " + registerName(i.reg[0]) + ", " + std::to_string(i.number);
  case Op::Fetch:
    return name + " " + registerName(i.reg[0]) + "," + number("premise", i.premise) +
           number("column", i.number);
  case Op::Derive:
  case Op::Assert:
    return name + " " + tableName(tables, i.relation) + list;
  case Op::Create:
    return name + " " + tableName(tables, i.relation) + list +
           number("core", i.premise) + (i.flag ? " unfold" : "");
  case Op::Invent:
    return name + " " + std::to_string(i.relation) + list +
           number("core", i.premise) + (i.flag ? " unfold" : "");
  case Op::Witness:
    return name + number("rule", i.rule) + number("count", i.count) +
           number("new", i.number);
  case Op::Done:
    return name + (i.flag ? " created" : "");
  case Op::Refute:
  case Op::Reach:
    return name;
  }
  return "";
}

std::string disassemble(const Image &image) {
  std::string text = "// Logic Block machine, image version " +
                     std::to_string(kImageVersion) + "\n.columns " +
                     std::to_string(image.columns) + "\n";
  for (const Table &table : image.tables) {
    text += ".table " + quoted(table.name) + " arity " +
            std::to_string(table.arity) + (table.functional ? " functional" : "") +
            " rotation " + std::to_string(table.rotation);
    for (uint32_t c = 0; c < table.arity; ++c)
      text += " list " + std::to_string(table.base[c]) +
              (table.sort[c] == calculus::none
                   ? std::string()
                   : " in " + std::to_string(table.sort[c]));
    text += '\n';
  }
  for (const auto &[left, right] : image.distinct)
    text += ".distinct " + std::to_string(left) + " " + std::to_string(right) + "\n";
  for (const Unit &unit : image.units) {
    text += "\n." + std::string(kUnitKinds[unsigned(unit.kind)]) + " " +
            quoted(unit.name) + " on " +
            (unit.kind == Unit::Kind::Existential
                 ? std::to_string(unit.index)
                 : tableName(image.tables, unit.index)) +
            " rule " + std::to_string(unit.rule) + "\n";
    for (const Instruction &i : unit.code)
      text += "  " + toString(i, image.tables) + "\n";
  }
  text += "\n.program\n";
  for (size_t at = 0; at < image.program.size();) {
    size_t end = image.program.find('\n', at);
    if (end == std::string::npos)
      end = image.program.size();
    text += "| " + image.program.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return text;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

namespace {

class Assembler {
public:
  explicit Assembler(std::string_view text) : text(text) {}

  std::optional<Image> run(std::string &error) {
    image.columns = 4;
    for (size_t at = 0; at < text.size() && message.empty();) {
      size_t end = text.find('\n', at);
      if (end == std::string_view::npos)
        end = text.size();
      line = text.substr(at, end - at);
      at = end + 1;
      ++lineNumber;
      readLine();
    }
    if (message.empty())
      checkTables();
    if (!message.empty()) {
      error = std::to_string(lineNumber) + ": " + message;
      return std::nullopt;
    }
    return std::move(image);
  }

private:
  //===--- Tokens ----------------------------------------------------------===//

  void skipSpace() {
    while (at < line.size() && std::isspace(uint8_t(line[at])))
      ++at;
    if (line.substr(at, 2) == "//")
      at = line.size();
  }
  bool accept(std::string_view token) {
    skipSpace();
    if (line.substr(at, token.size()) != token)
      return false;
    // A word ends where it ends.
    if (std::isalpha(uint8_t(token[0])) && at + token.size() < line.size() &&
        std::isalnum(uint8_t(line[at + token.size()])))
      return false;
    at += token.size();
    return true;
  }
  bool acceptLetter(char letter) {
    skipSpace();
    const bool is = at < line.size() && line[at] == letter;
    at += is;
    return is;
  }
  void expect(std::string_view token) {
    if (!accept(token))
      fail("expected '" + std::string(token) + "'");
  }
  uint32_t number() {
    skipSpace();
    uint64_t value = 0;
    const size_t first = at;
    for (; at < line.size() && std::isdigit(uint8_t(line[at])); ++at)
      value = std::min<uint64_t>(value * 10 + uint64_t(line[at] - '0'), ~0u);
    if (first == at)
      fail("expected a number");
    return uint32_t(value);
  }
  uint32_t numberBelow(uint32_t limit, const char *what) {
    const uint32_t value = number();
    if (value >= limit)
      fail(std::string(what) + " must be less than " + std::to_string(limit));
    return std::min(value, limit - 1);
  }
  std::string word() {
    skipSpace();
    const size_t first = at;
    while (at < line.size() && std::isalpha(uint8_t(line[at])))
      ++at;
    return std::string(line.substr(first, at - first));
  }
  std::string string() {
    expect("\"");
    std::string value;
    for (; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\')
        ++at;
      if (at < line.size())
        value += line[at];
    }
    if (at < line.size())
      ++at;
    else
      fail("the name has no end");
    return value;
  }
  void fail(std::string what) {
    if (message.empty())
      message = std::move(what);
  }

  //===--- Lines -----------------------------------------------------------===//

  void readLine() {
    at = 0;
    if (inProgram) {
      if (line.empty())
        return;
      if (line[0] != '|')
        return fail("expected a line of the program, '| ...'");
      image.program += line.substr(std::min<size_t>(line.size(), 2));
      image.program += '\n';
      return;
    }
    skipSpace();
    if (at == line.size())
      return;
    if (accept("."))
      readDirective(word());
    else
      readInstruction();
    skipSpace();
    if (message.empty() && at < line.size())
      fail("unexpected '" + std::string(line.substr(at)) + "'");
  }

  void readDirective(const std::string &name) {
    if (name == "columns") {
      image.columns = number();
      if (image.columns != 4 && image.columns != 8)
        fail("a core has 4 or 8 columns");
    } else if (name == "table") {
      readTable();
    } else if (name == "distinct") {
      const uint32_t left = number();
      image.distinct.push_back({left, number()});
    } else if (name == "program") {
      inProgram = true;
    } else {
      for (unsigned kind = 0; kind < 3; ++kind)
        if (name == kUnitKinds[kind])
          return readUnit(Unit::Kind(kind));
      fail("no directive is called '." + name + "'");
    }
  }

  void readTable() {
    Table table;
    table.sort.fill(calculus::none);
    table.name = string();
    expect("arity");
    table.arity = numberBelow(image.columns + 1, "the arity");
    table.functional = accept("functional");
    if (table.functional && table.arity == 0)
      fail("a functional table has an output");
    expect("rotation");
    table.rotation = numberBelow(image.columns, "the rotation");
    for (uint32_t c = 0; c < table.arity; ++c) {
      expect("list");
      table.base[c] = numberBelow(1u << 16, "the list");
      if (accept("in"))
        table.sort[c] = number();
    }
    image.tables.push_back(std::move(table));
  }

  void readUnit(Unit::Kind kind) {
    Unit unit;
    unit.kind = kind;
    unit.name = string();
    expect("on");
    unit.index = kind == Unit::Kind::Existential
                     ? numberBelow(kMaxExistentials, "the existential rule")
                     : relation();
    expect("rule");
    unit.rule = number();
    image.units.push_back(std::move(unit));
  }

  uint32_t relation() {
    const std::string name = string();
    for (uint32_t t = 0; t < image.tables.size(); ++t)
      if (image.tables[t].name == name)
        return t;
    fail("no table is called '" + name + "'");
    return 0;
  }

  void readRegister(Instruction &i) {
    if (i.columns == kColumns)
      return fail("an instruction has at most " + std::to_string(kColumns) +
                  " columns");
    const unsigned c = i.columns++;
    const bool isWritten = accept("?");
    if (accept("_"))
      i.reg[c] = kSink;
    else if (acceptLetter('r'))
      i.reg[c] = uint16_t(numberBelow(kValueRegisters, "the register"));
    else
      fail("expected a register");
    if (!isWritten && i.op >= Op::New && i.op <= Op::All)
      i.known |= uint8_t(1u << c);
    if (isWritten && !(i.op >= Op::New && i.op <= Op::All))
      fail(std::string(nameOf(i.op)) + " writes no columns");
    if (i.reg[c] == kSink && i.reads(c))
      fail("nothing is read from '_'");
  }

  void readList(Instruction &i) {
    expect("[");
    if (accept("]"))
      return;
    do
      readRegister(i);
    while (message.empty() && accept(","));
    expect("]");
  }

  uint32_t after(const char *what, uint32_t limit) {
    expect(what);
    return numberBelow(limit, what);
  }

  void readInstruction() {
    if (image.units.empty())
      return fail("an instruction before any plan or routine");
    const std::string name = word();
    const std::optional<Op> op = opNamed(name);
    if (!op)
      return fail("no instruction is called '" + name + "'");
    Instruction i;
    i.op = *op;
    switch (i.op) {
    case Op::Plan:
      i.rule = after("rule", kMaxRule + 1);
      i.count = after("count", kPremises);
      i.number = kNoAddress;
      break;
    case Op::New:
    case Op::Probe:
    case Op::Scan:
    case Op::All:
    case Op::Derive:
    case Op::Assert:
    case Op::Create:
      readOnTable(i);
      break;
    case Op::Same:
    case Op::Equate:
      readRegister(i);
      expect(",");
      readRegister(i);
      break;
    case Op::Const:
    case Op::Fresh:
    case Op::Input:
      readRegister(i);
      expect(",");
      i.number = numberBelow(i.op == Op::Input ? kColumns : kMaxNumber + 1,
                             "the number");
      break;
    case Op::Fetch:
      readRegister(i);
      expect(",");
      i.premise = after("premise", kPremises);
      i.number = after("column", kColumns);
      break;
    case Op::Invent:
      i.relation = numberBelow(kMaxExistentials, "the existential rule");
      readList(i);
      i.premise = after("core", kPremises);
      i.flag = accept("unfold");
      break;
    case Op::Witness:
      i.rule = after("rule", kMaxRule + 1);
      i.count = after("count", kPremises);
      i.number = after("new", kMaxFresh + 1);
      break;
    case Op::Done:
      i.flag = accept("created");
      break;
    case Op::Refute:
    case Op::Reach:
      break;
    }
    image.units.back().code.push_back(i);
  }

  void readOnTable(Instruction &i) {
    i.relation = relation();
    readList(i);
    if (!message.empty())
      return;
    const uint32_t arity = image.tables[i.relation].arity;
    if (i.op == Op::Create && arity == 0)
      return fail("a table without columns has no applications");
    const uint32_t wanted = i.op == Op::Create ? arity - 1 : arity;
    if (i.columns != wanted)
      fail(std::string(nameOf(i.op)) + " takes " + std::to_string(wanted) +
           " columns of this table, not " + std::to_string(i.columns));
    if (i.op == Op::Create) {
      i.premise = after("core", kPremises);
      i.flag = accept("unfold");
    } else if (i.op < Op::Derive) {
      i.premise = after("premise", kPremises);
      i.flag = accept("older");
    }
  }

  void checkTables() {
    for (const Table &table : image.tables)
      for (uint32_t c = 0; c < table.arity; ++c)
        if (table.sort[c] != calculus::none &&
            (table.sort[c] >= image.tables.size() ||
             image.tables[table.sort[c]].arity != 1))
          fail("the sort of a column of '" + table.name +
               "' is no table of one column");
  }

  const std::string_view text;
  std::string_view line;
  size_t at = 0;
  unsigned lineNumber = 0;
  bool inProgram = false;
  std::string message;
  Image image;
};

} // namespace

std::optional<Image> assemble(std::string_view text, std::string &error) {
  return Assembler(text).run(error);
}

} // namespace mplc::machine
