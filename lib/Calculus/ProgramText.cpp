//===- ProgramText.cpp - A program as text, and back ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One record a line, words separated by single blanks; a list is its length
// followed by its entries; `-` stands for `none`. White space and `%` inside a
// word are written as %XX. The reader checks every index against the tables
// read so far or, for forward references, at the end: a damaged text is refused,
// never half accepted.
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/Program.h"

#include <charconv>
#include <cstdio>

namespace mplc::calculus {

namespace {

constexpr const char *magic = "mpl-program 1";

class Writer {
public:
  Writer &word(std::string_view text) {
    if (!atLineStart)
      out += ' ';
    atLineStart = false;
    if (text.empty())
      out += "%";
    for (const char c : text) {
      const bool isPlain = (c & 0x80) != 0 || (c > ' ' && c != '%');
      if (isPlain) {
        out += c;
      } else {
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", unsigned(c));
        out += code;
      }
    }
    return *this;
  }
  Writer &number(int64_t value) { return word(std::to_string(value)); }
  Writer &index(uint32_t value) {
    return value == none ? word("-") : number(value);
  }
  void end() {
    out += '\n';
    atLineStart = true;
  }

  Writer &atom(const Atom &a) {
    index(a.relation).number(int64_t(a.args.size()));
    for (Term t : a.args)
      number(t);
    return *this;
  }
  Writer &atoms(const std::vector<Atom> &list) {
    number(int64_t(list.size()));
    for (const Atom &a : list)
      atom(a);
    return *this;
  }
  Writer &names(const std::vector<std::pair<std::string, Term>> &list) {
    number(int64_t(list.size()));
    for (const auto &[name, term] : list)
      word(name).number(term);
    return *this;
  }
  Writer &cites(const std::vector<Cite> &list) {
    number(int64_t(list.size()));
    for (const Cite &c : list)
      number(int(c.kind)).number(c.premise).number(c.column).number(c.term);
    return *this;
  }
  Writer &clause(const Clause &c) {
    number(int(c.kind)).word(c.root).word(c.path).names(c.substitution)
        .cites(c.cites);
    if (c.kind == Clause::Kind::Contrapose)
      index(c.base).number(c.dropped).index(c.column);
    return *this;
  }

  std::string out;

private:
  bool atLineStart = true;
};

/// Reads words; the first failure sticks and makes everything after it empty.
class Reader {
public:
  explicit Reader(std::string_view text) : text(text) {}

  std::string word() {
    if (failed)
      return {};
    skipBlanks();
    if (at >= text.size()) {
      fail("unexpected end");
      return {};
    }
    const size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n')
      ++at;
    const std::string_view raw = text.substr(begin, at - begin);
    if (raw == "%")
      return {};
    std::string result;
    for (size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '%') {
        result += raw[i];
        continue;
      }
      unsigned code = 0;
      if (i + 2 >= raw.size()) {
        fail("bad escape");
        return {};
      }
      std::from_chars(raw.data() + i + 1, raw.data() + i + 3, code, 16);
      result += char(code);
      i += 2;
    }
    return result;
  }
  int64_t number() {
    const std::string w = word();
    int64_t value = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    if (error != std::errc() || end != w.data() + w.size())
      fail("not a number: '" + w + "'");
    return value;
  }
  /// A number in [0, bound).
  uint32_t below(int64_t bound) {
    const int64_t value = number();
    if (value < 0 || value >= bound) {
      fail("out of range: " + std::to_string(value));
      return 0;
    }
    return uint32_t(value);
  }
  uint32_t index() {
    skipBlanks();
    if (!failed && text.substr(at, 1) == "-" &&
        (at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) {
      ++at;
      return none;
    }
    return below(int64_t(none));
  }
  size_t count() { return below(1 << 24); }
  bool atEnd() {
    skipBlanks();
    return failed || at >= text.size();
  }
  void fail(std::string message) {
    if (!failed)
      error = std::move(message);
    failed = true;
  }

  Atom atom() {
    Atom a;
    a.relation = index();
    a.args.resize(count());
    for (Term &t : a.args)
      t = Term(number());
    return a;
  }
  std::vector<Atom> atoms() {
    std::vector<Atom> list;
    for (size_t n = count(); n > 0 && !failed; --n)
      list.push_back(atom());
    return list;
  }
  std::vector<std::pair<std::string, Term>> names() {
    std::vector<std::pair<std::string, Term>> list;
    for (size_t n = count(); n > 0 && !failed; --n) {
      std::string name = word();
      list.emplace_back(std::move(name), Term(number()));
    }
    return list;
  }
  std::vector<Cite> cites() {
    std::vector<Cite> list;
    for (size_t n = count(); n > 0 && !failed; --n) {
      Cite c;
      c.kind = Cite::Kind(below(4));
      c.premise = below(none);
      c.column = below(none);
      c.term = Term(number());
      list.push_back(c);
    }
    return list;
  }
  Clause clause() {
    Clause c;
    c.kind = Clause::Kind(below(5));
    c.root = word();
    c.path = word();
    c.substitution = names();
    c.cites = cites();
    if (c.kind == Clause::Kind::Contrapose) {
      c.base = index();
      c.dropped = below(none);
      c.column = index();
    }
    return c;
  }

  bool failed = false;
  std::string error;

private:
  void skipBlanks() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
      ++at;
  }
  std::string_view text;
  size_t at = 0;
};

void writeHead(Writer &w, Rule::Head head, const Atom &atom, Term left,
               Term right,
               const std::vector<std::pair<std::string, Term>> &fresh,
               const std::vector<Atom> &witnesses) {
  w.number(int(head));
  switch (head) {
  case Rule::Head::Derive:
    w.atom(atom);
    break;
  case Rule::Head::Equate:
    w.number(left).number(right);
    break;
  case Rule::Head::Refute:
    break;
  case Rule::Head::Witness:
    w.names(fresh).atoms(witnesses);
    break;
  }
}

template <typename T> void readHead(Reader &r, T &to) {
  to.head = Rule::Head(r.below(4));
  switch (to.head) {
  case Rule::Head::Derive:
    to.atom = r.atom();
    break;
  case Rule::Head::Equate:
    to.left = Term(r.number());
    to.right = Term(r.number());
    break;
  case Rule::Head::Refute:
    break;
  case Rule::Head::Witness:
    to.fresh = r.names();
    to.witnesses = r.atoms();
    break;
  }
}

/// Every relation, constant, variable and rule that is referred to exists.
class Checker {
public:
  Checker(const Program &p, Reader &r) : p(p), r(r) {}
  void run() {
    for (const Relation &rel : p.relations) {
      if (rel.columns.empty() && rel.functional)
        r.fail("functional relation without columns");
      for (const Column &c : rel.columns)
        relation(c.sort), rule(c.typing);
      rule(rel.key), rule(rel.totality);
      relation(rel.complement);
    }
    for (const Rule &x : p.rules) {
      headed(x, x.clause.cites, x.clause.substitution);
      negation(x);
    }
    for (const Distinct &d : p.distinct) {
      term(d.left, 0), term(d.right, 0);
      if (!isConstant(d.left) || !isConstant(d.right))
        r.fail("distinct terms must be constants");
    }
    for (const InductionForm &form : p.inductions) {
      relation(form.sort);
      if (form.sort == none)
        r.fail("induction without a set");
      for (const Constructor &c : form.constructors)
        if (c.index >= (c.isFunction ? p.relations.size() : p.constants.size()))
          r.fail("constructor out of range");
    }
    for (const Exploration &e : p.explorations) {
      for (const RelationId function : e.functions)
        if (function >= p.relations.size() || !p.relations[function].functional)
          r.fail("explored function out of range");
      for (const RelationId explored : e.relations)
        relation(explored);
      for (const Term constant : e.constants) {
        if (!isConstant(constant))
          r.fail("explored constant is a variable");
        term(constant, 0);
      }
    }
    for (const Conjecture &c : p.conjectures)
      if (!c.isComposite())
        headed(c.goal, c.goal.cites, c.goal.binders);
  }

private:
  void relation(RelationId id) {
    if (id != none && id >= p.relations.size())
      r.fail("relation out of range");
  }
  void rule(RuleId id) {
    if (id != none && id >= p.rules.size())
      r.fail("rule out of range");
  }
  void term(Term t, uint32_t variables) {
    if (isConstant(t) ? constantIndex(t) >= p.constants.size()
                      : uint32_t(t) >= variables)
      r.fail("term out of range");
  }
  void atom(const Atom &a, uint32_t variables) {
    if (a.relation >= p.relations.size() ||
        p.relations[a.relation].arity() != a.args.size()) {
      r.fail("atom does not fit its relation");
      return;
    }
    for (Term t : a.args)
      term(t, variables);
  }
  /// Rules about negations: what their proofs are written from.
  void negation(const Rule &x) {
    const Clause &c = x.clause;
    if (c.kind == Clause::Kind::Contradict &&
        (x.head != Rule::Head::Refute || c.cites.size() != 2))
      r.fail("damaged contradiction");
    if (c.kind == Clause::Kind::Symmetry &&
        (x.premises.size() != 1 || x.head != Rule::Head::Derive ||
         x.atom.args.size() != 2 || x.premises[0].args.size() != 2))
      r.fail("damaged symmetry");
    if (c.kind == Clause::Kind::Contrapose && !isContraposition(x))
      r.fail("damaged contraposition");
  }
  bool isContraposition(const Rule &x) const {
    const Clause &c = x.clause;
    if (c.base >= p.rules.size())
      return false;
    const Rule &base = p.rules[c.base];
    const bool keeps = c.column != none, denies = base.head != Rule::Head::Refute;
    return base.clause.kind != Clause::Kind::Contrapose &&
           base.clause.kind != Clause::Kind::Symmetry &&
           base.head != Rule::Head::Witness &&
           (x.head == Rule::Head::Derive || x.head == Rule::Head::Equate) &&
           c.dropped < base.premises.size() &&
           (!keeps || c.column < base.premises[c.dropped].args.size()) &&
           base.numVariables <= x.numVariables &&
           x.premises.size() + !keeps == base.premises.size() + denies;
  }
  template <typename T>
  void headed(const T &x, const std::vector<Cite> &cites,
              const std::vector<std::pair<std::string, Term>> &names) {
    for (const Atom &a : x.premises)
      atom(a, x.numVariables);
    if (x.head == Rule::Head::Derive)
      atom(x.atom, x.numVariables);
    if (x.head == Rule::Head::Equate)
      term(x.left, x.numVariables), term(x.right, x.numVariables);
    for (const Atom &a : x.witnesses)
      atom(a, x.numVariables);
    for (const auto &[name, t] : x.fresh)
      term(t, x.numVariables);
    for (const auto &[name, t] : names)
      term(t, x.numVariables);
    for (const Cite &c : cites) {
      if (c.kind == Cite::Kind::Reflexive) {
        term(c.term, x.numVariables);
        continue;
      }
      if (c.kind == Cite::Kind::Assumed)
        continue;
      if (c.premise >= x.premises.size())
        r.fail("cited premise out of range");
      else if (c.kind == Cite::Kind::Typing &&
               c.column >= x.premises[c.premise].args.size())
        r.fail("cited column out of range");
    }
  }
  const Program &p;
  Reader &r;
};

} // namespace

std::string print(const Program &p) {
  Writer w;
  w.out = std::string(magic) + "\n";
  w.word("theory").word(p.theory).end();
  w.word("source").word(p.source).end();
  for (const std::string &c : p.constants)
    w.word("constant").word(c).end();
  for (const Relation &rel : p.relations) {
    w.word("relation").word(rel.name).word(rel.predicate);
    w.number(int64_t(rel.pattern.size()));
    for (const std::string &part : rel.pattern)
      w.word(part);
    w.number(rel.arity());
    for (const Column &c : rel.columns)
      w.index(c.sort).index(c.typing);
    w.number(rel.functional).index(rel.key).index(rel.totality)
        .number(rel.constructor).end();
  }
  for (RelationId id = 0; id < p.relations.size(); ++id)
    if (p.relations[id].negated)
      w.word("negation").index(id).index(p.relations[id].complement).end();
  for (const Rule &rule : p.rules) {
    w.word("rule").word(rule.name).number(rule.active).number(rule.numVariables);
    w.atoms(rule.premises);
    writeHead(w, rule.head, rule.atom, rule.left, rule.right, rule.fresh,
              rule.witnesses);
    w.clause(rule.clause).end();
  }
  for (const Distinct &d : p.distinct)
    w.word("distinct").number(d.left).number(d.right).clause(d.clause).end();
  for (const Definition &d : p.definitions) {
    w.word("definition").word(d.name).number(int64_t(d.parameters.size()));
    for (const std::string &parameter : d.parameters)
      w.word(parameter);
    w.word(d.body).end();
  }
  for (const InductionForm &form : p.inductions) {
    w.word("induction").index(form.sort).word(form.set);
    w.number(int64_t(form.constructors.size()));
    for (const Constructor &c : form.constructors)
      w.number(c.isFunction).number(c.index);
    w.end();
  }
  for (const Conjecture &c : p.conjectures) {
    w.word(c.assumed ? "assume" : "conjecture").word(c.name).word(c.statement);
    w.word(c.location).number(c.goal.numVariables).atoms(c.goal.premises);
    writeHead(w, c.goal.head, c.goal.atom, c.goal.left, c.goal.right,
              c.goal.fresh, c.goal.witnesses);
    w.names(c.goal.binders).cites(c.goal.cites);
    w.number(int64_t(c.parts.size()));
    for (const std::string &part : c.parts)
      w.word(part);
    w.end();
  }
  for (const Exploration &e : p.explorations) {
    w.word("explore").word(e.name).number(e.size).number(e.variables);
    w.number(e.premises).number(e.depth).number(e.splits).number(e.firings);
    w.number(e.ground);
    for (const auto *relations : {&e.functions, &e.relations}) {
      w.number(int64_t(relations->size()));
      for (const RelationId relation : *relations)
        w.index(relation);
    }
    w.number(int64_t(e.constants.size()));
    for (const Term constant : e.constants)
      w.number(constant);
    w.end();
  }
  w.word("end").end();
  return std::move(w.out);
}

std::optional<Program> parse(std::string_view text, std::string &error) {
  const std::string head = std::string(magic) + "\n";
  if (text.substr(0, head.size()) != head) {
    error = "not a program of this version";
    return std::nullopt;
  }
  Program p;
  Reader r(text.substr(head.size()));
  bool ended = false;
  while (!ended && !r.atEnd()) {
    const std::string kind = r.word();
    if (kind == "theory") {
      p.theory = r.word();
    } else if (kind == "source") {
      p.source = r.word();
    } else if (kind == "constant") {
      p.constants.push_back(r.word());
    } else if (kind == "relation") {
      Relation rel;
      rel.name = r.word();
      rel.predicate = r.word();
      for (size_t n = r.count(); n > 0 && !r.failed; --n)
        rel.pattern.push_back(r.word());
      for (size_t n = r.count(); n > 0 && !r.failed; --n) {
        Column c;
        c.sort = r.index();
        c.typing = r.index();
        rel.columns.push_back(c);
      }
      rel.functional = r.below(2);
      rel.key = r.index();
      rel.totality = r.index();
      rel.constructor = r.below(2);
      p.relations.push_back(std::move(rel));
    } else if (kind == "negation") {
      const RelationId id = r.index(), of = r.index();
      if (id >= p.relations.size() || (of != none && of >= p.relations.size())) {
        r.fail("negated relation out of range");
        continue;
      }
      p.relations[id].negated = true;
      p.relations[id].complement = of;
      if (of != none)
        p.relations[of].complement = id;
    } else if (kind == "rule") {
      Rule rule;
      rule.name = r.word();
      rule.active = r.below(2);
      rule.numVariables = r.below(none);
      rule.premises = r.atoms();
      readHead(r, rule);
      rule.clause = r.clause();
      p.rules.push_back(std::move(rule));
    } else if (kind == "distinct") {
      Distinct d;
      d.left = Term(r.number());
      d.right = Term(r.number());
      d.clause = r.clause();
      p.distinct.push_back(std::move(d));
    } else if (kind == "definition") {
      Definition d;
      d.name = r.word();
      for (size_t n = r.count(); n > 0 && !r.failed; --n)
        d.parameters.push_back(r.word());
      d.body = r.word();
      p.definitions.push_back(std::move(d));
    } else if (kind == "induction") {
      InductionForm form;
      form.sort = r.index();
      form.set = r.word();
      for (size_t n = r.count(); n > 0 && !r.failed; --n) {
        Constructor c;
        c.isFunction = r.below(2);
        c.index = r.below(none);
        form.constructors.push_back(c);
      }
      p.inductions.push_back(std::move(form));
    } else if (kind == "conjecture" || kind == "assume") {
      Conjecture c;
      c.assumed = kind == "assume";
      c.name = r.word();
      c.statement = r.word();
      c.location = r.word();
      c.goal.numVariables = r.below(none);
      c.goal.premises = r.atoms();
      readHead(r, c.goal);
      c.goal.binders = r.names();
      c.goal.cites = r.cites();
      for (size_t n = r.count(); n > 0 && !r.failed; --n)
        c.parts.push_back(r.word());
      p.conjectures.push_back(std::move(c));
    } else if (kind == "explore") {
      Exploration e;
      e.name = r.word();
      e.size = r.below(100);
      e.variables = r.below(100);
      e.premises = r.below(100);
      e.depth = r.below(100);
      e.splits = r.below(100);
      e.firings = r.below(1000000001);
      e.ground = r.below(1000);
      for (auto *relations : {&e.functions, &e.relations})
        for (size_t n = r.count(); n > 0 && !r.failed; --n)
          relations->push_back(r.index());
      for (size_t n = r.count(); n > 0 && !r.failed; --n)
        e.constants.push_back(Term(r.number()));
      p.explorations.push_back(std::move(e));
    } else if (kind == "end") {
      ended = true;
    } else {
      r.fail("unknown record '" + kind + "'");
    }
  }
  if (!ended)
    r.fail("unexpected end");
  if (!r.failed)
    Checker(p, r).run();
  if (r.failed) {
    error = r.error;
    return std::nullopt;
  }
  return p;
}

std::string formula(const Relation &relation,
                    const std::vector<std::string> &arguments) {
  std::string text = (relation.negated ? "!(" : "(") + relation.predicate + "[";
  for (size_t i = 0; i < relation.pattern.size(); ++i) {
    if (i > 0)
      text += ',';
    const std::string &part = relation.pattern[i];
    if (part[0] == '$')
      text += arguments[size_t(std::stoul(part.substr(1)))];
    else
      text += part;
  }
  return text + "])";
}

} // namespace mplc::calculus
