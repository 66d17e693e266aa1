//===- Nearest.cpp - What an open goal lacked -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last step of a proof is an instance of a rule whose head is the goal. Of each
// such rule that instance is looked for of which the fewest premises are missing, by a
// backtracking join that may leave premises out. This is what Prolog's debuggers and
// explanation systems call a why-not answer; it says where a lemma would help and
// claims nothing about the goal.
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Nearest.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>

namespace mplrt {

using calculus::Atom;
using calculus::Goal;
using calculus::Relation;
using calculus::Rule;
using calculus::Term;

namespace {

constexpr uint64_t maxSteps = 5000; // Rows looked at, for one rule.
constexpr size_t maxLines = 3;
constexpr uint32_t maxDepth = 4; // Of a term's applications.
constexpr size_t manyRows = 32, fewRows = 4; // Of a function with one output.

class Finder {
public:
  Finder(const Block &block, const Goal &goal, const std::vector<Id> &env)
      : block(block), program(block.theory->program), goal(goal), goalEnv(env) {
    for (const auto &[name, term] : goal.fresh)
      goalEnv[term] = kNone;
  }

  std::vector<std::string> run() {
    switch (goal.head) {
    case Rule::Head::Derive:
      lookFor(goal.atom);
      break;
    case Rule::Head::Witness:
      lookAtWitnesses();
      for (const Atom &atom : goal.witnesses)
        if (atom.args.size() > 1)
          lookFor(atom);
      break;
    case Rule::Head::Equate:
      lookForEquality();
      break;
    case Rule::Head::Refute:
      forEachRule([&](const Rule &rule) {
        if (rule.head == Rule::Head::Refute)
          look(rule, std::vector<Id>(rule.numVariables, kNone), "false");
      });
      break;
    }
    std::sort(found.begin(), found.end(), [](const Line &a, const Line &b) {
      return std::tie(a.rank, a.text) < std::tie(b.rank, b.text);
    });
    std::vector<std::string> result;
    for (const Line &line : found)
      if (result.size() < maxLines &&
          std::find(result.begin(), result.end(), line.text) == result.end())
        result.push_back(line.text);
    if (result.empty())
      result.push_back("no rule concludes anything of this form");
    return result;
  }

private:
  struct Line {
    std::pair<size_t, size_t> rank; ///< Premises missing, then unknown arguments.
    std::string text;
  };

  Id valueOf(Term t, const std::vector<Id> &env) const {
    if (calculus::isConstant(t))
      return block.find(calculus::constantIndex(t));
    return env[t] == kNone ? kNone : block.find(env[t]);
  }

  template <typename F> void forEachRule(F &&visit) {
    for (const Rule &rule : program.rules)
      if (rule.active) {
        ruleName = rule.name;
        visit(rule);
      }
    for (const auto &ref : block.rules->forms) {
      const InstalledTheorem &theorem = *block.rules->theorems[ref.theorem];
      ruleName = theorem.name;
      visit(theorem.forms[ref.form].rule);
    }
  }

  //===--- Rules whose head fits -------------------------------------------===//

  void lookFor(const Atom &wanted) {
    forEachRule([&](const Rule &rule) {
      if (rule.head != Rule::Head::Derive || rule.atom.relation != wanted.relation)
        return;
      std::vector<Id> env(rule.numVariables, kNone);
      bool fits = true;
      for (size_t c = 0; c < wanted.args.size() && fits; ++c)
        fits = unify(rule.atom.args[c], valueOf(wanted.args[c], goalEnv), env);
      if (fits)
        look(rule, std::move(env), atomText(wanted, goalEnv));
    });
  }

  void lookForEquality() {
    const Id left = valueOf(goal.left, goalEnv), right = valueOf(goal.right, goalEnv);
    const std::string head = termText(left) + " = " + termText(right);
    forEachRule([&](const Rule &rule) {
      if (rule.head != Rule::Head::Equate)
        return;
      for (const auto &[l, r] : {std::pair(left, right), std::pair(right, left)}) {
        std::vector<Id> env(rule.numVariables, kNone);
        if (unify(rule.left, l, env) && unify(rule.right, r, env))
          look(rule, std::move(env), head);
      }
    });
    // What both sides are known to be.
    for (const auto &[side, other] : {std::pair(left, right), std::pair(right, left)}) {
      const std::string all = applicationsOf(side);
      if (!all.empty())
        found.push_back({{2, 0}, termText(side) + " is known to be " + all +
                                     ", not " + termText(other)});
    }
  }

  /// The existential itself: which of its parts no value meets.
  void lookAtWitnesses() {
    Rule query;
    ruleName = "the statement";
    query.numVariables = goal.numVariables;
    query.premises = goal.witnesses;
    look(query, goalEnv, "a witness");
  }

  bool unify(Term t, Id wanted, std::vector<Id> &env) const {
    if (wanted == kNone)
      return true;
    const Id known = valueOf(t, env);
    if (known == kNone)
      env[t] = wanted;
    return known == kNone || known == wanted;
  }

  //===--- The instance that lacks least -----------------------------------===//

  void look(const Rule &r, std::vector<Id> start, const std::string &head) {
    rule = &r;
    env = std::move(start);
    missing.clear();
    best.reset();
    steps = 0;
    match(0);
    if (!best || best->empty())
      return;
    std::string text = head + " by " + ruleName + " lacks ";
    size_t unknown = 0;
    for (size_t i = 0; i < best->size(); ++i) {
      const Atom &premise = r.premises[(*best)[i]];
      text += (i ? " and " : "") + atomText(premise, bestEnv);
      unknown += numUnknown(premise, bestEnv);
    }
    found.push_back({{best->size(), unknown}, std::move(text)});
  }

  size_t numUnknown(const Atom &atom, const std::vector<Id> &values) const {
    return size_t(std::count_if(atom.args.begin(), atom.args.end(),
                                [&](Term t) { return valueOf(t, values) == kNone; }));
  }

  /// Fewer missing premises, then more of them known.
  bool isBetter() const {
    if (!best || missing.size() != best->size())
      return !best || missing.size() < best->size();
    size_t now = 0, before = 0;
    for (const size_t i : missing)
      now += numUnknown(rule->premises[i], env);
    for (const size_t i : *best)
      before += numUnknown(rule->premises[i], bestEnv);
    return now < before;
  }

  void match(size_t k) {
    if (best && missing.size() > best->size())
      return;
    if (k == rule->premises.size()) {
      if (isBetter()) {
        best = missing;
        bestEnv = env;
      }
      return;
    }
    const Atom &premise = rule->premises[k];
    const RelationLayout &layout = block.theory->relations[premise.relation];
    RowId first = block.relationFirst[premise.relation];
    uint32_t column = kNone, length = ~0u;
    for (uint32_t c = 0; c < premise.args.size(); ++c) {
      const Id id = valueOf(premise.args[c], env);
      if (id == kNone)
        continue;
      const Block::List &list =
          block.lists[size_t(id) * block.theory->slots + layout.firstSlot + c];
      if (list.length < length) {
        length = list.length;
        first = list.first;
        column = c;
      }
    }
    const std::vector<Id> before = env;
    for (RowId row = first; row != kNone && ++steps <= maxSteps;
         row = column == kNone
                   ? block.rows[row].next
                   : block.cells[size_t(row) * block.theory->stride + column].next) {
      if (bind(premise, row))
        match(k + 1);
      env = before;
    }
    if (isAbsurd(premise))
      return;
    missing.push_back(k);
    match(k + 1);
    missing.pop_back();
  }

  /// That a value differs from itself, or is in a relation between other sets, is not
  /// missing.
  bool isAbsurd(const Atom &premise) const {
    const Relation &relation = program.relations[premise.relation];
    for (size_t c = 0; c < premise.args.size(); ++c) {
      const uint32_t sort = relation.columns[c].sort;
      const Id id = valueOf(premise.args[c], env);
      if (sort != calculus::none && id != kNone && block.lookup(sort, &id) == kNone)
        return true;
    }
    if (!relation.negated || relation.predicate != "=")
      return false;
    const Id left = valueOf(premise.args[0], env);
    return left != kNone && left == valueOf(premise.args[1], env);
  }

  bool bind(const Atom &premise, RowId row) {
    for (size_t c = 0; c < premise.args.size(); ++c) {
      const Id id = cellOf(block, row, uint32_t(c));
      const Id known = valueOf(premise.args[c], env);
      if (known == kNone)
        env[premise.args[c]] = id;
      else if (known != id)
        return false;
    }
    return true;
  }

  //===--- Text ------------------------------------------------------------===//

  std::string atomText(const Atom &atom, const std::vector<Id> &values) const {
    const Relation &relation = program.relations[atom.relation];
    std::string text;
    for (const std::string &part : relation.pattern) {
      text += text.empty() ? "" : ",";
      text += part[0] == '$' ? termText(valueOf(atom.args[size_t(std::stoul(
                                                    part.substr(1)))],
                                                values))
                             : part;
    }
    if (relation.negated && relation.predicate == "=")
      return "!(=[" + text + "])";
    const std::string positive = "(" + relation.predicate + "[" + text + "])";
    return relation.negated ? "!" + positive : positive;
  }

  /// A variable, a constant, the shortest application that names the value; `?1`, `?2`
  /// for values without a name, `?` for what may be anything.
  std::string termText(Id id, uint32_t depth = 0) const {
    if (id == kNone)
      return "?";
    for (uint32_t c = 0; c < program.constants.size(); ++c)
      if (block.find(c) == id)
        return program.constants[c];
    for (const auto &[name, term] : goal.binders)
      if (valueOf(term, goalEnv) == id)
        return name;
    std::string shortest;
    if (depth < maxDepth)
      forEachApplication(id, depth == 0 ? manyRows : fewRows, [&](uint32_t relation,
                                                                  RowId row) {
        const std::string text = rowText(relation, row, depth);
        if (text.find('?') == text.npos &&
            (shortest.empty() || text.size() < shortest.size()))
          shortest = text;
      });
    if (!shortest.empty())
      return shortest;
    const auto known = std::find(nameless.begin(), nameless.end(), id);
    const size_t number = size_t(known - nameless.begin());
    if (known == nameless.end())
      nameless.push_back(id);
    return "?" + std::to_string(number + 1);
  }

  /// The first `maxRows` of each function with this output.
  template <typename F>
  void forEachApplication(Id output, size_t maxRows, F &&visit) const {
    for (uint32_t r = 0; r < program.relations.size(); ++r) {
      const RelationLayout &layout = block.theory->relations[r];
      if (!layout.functional || layout.arity < 2)
        continue;
      const uint32_t last = layout.arity - 1;
      RowId row = block.lists[size_t(output) * block.theory->slots + layout.firstSlot +
                              last]
                      .first;
      for (size_t k = 0; row != kNone && k < maxRows; ++k) {
        visit(r, row);
        row = block.cells[size_t(row) * block.theory->stride + last].next;
      }
    }
  }

  std::string rowText(uint32_t relation, RowId row, uint32_t depth) const {
    std::string text = program.relations[relation].pattern.back() + "(";
    const uint32_t last = block.theory->relations[relation].arity - 1;
    for (uint32_t c = 0; c < last; ++c)
      text += (c ? "," : "") + termText(cellOf(block, row, c), depth + 1);
    return text + ")";
  }

  /// Applications with this output, other than the one that names it.
  std::string applicationsOf(Id id) const {
    constexpr size_t maxShown = 3;
    const std::string own = termText(id);
    std::vector<std::string> shown;
    forEachApplication(id, fewRows, [&](uint32_t relation, RowId row) {
      const std::string text = rowText(relation, row, 0);
      if (shown.size() < maxShown && text != own)
        shown.push_back(text);
    });
    std::string result;
    for (const std::string &text : shown)
      result += (result.empty() ? "" : ", ") + text;
    return result;
  }

  const Block &block;
  const calculus::Program &program;
  const Goal &goal;
  std::vector<Id> goalEnv;
  const Rule *rule = nullptr;
  std::string ruleName; ///< Or the theorem's.
  std::vector<Id> env, bestEnv;
  std::vector<size_t> missing;
  std::optional<std::vector<size_t>> best;
  uint64_t steps = 0;
  std::vector<Line> found;
  mutable std::vector<Id> nameless; ///< Values that no short term names.
};

} // namespace

std::vector<std::string> nearestRules(const Block &block, const Goal &goal,
                                      const std::vector<Id> &env) {
  return Finder(block, goal, env).run();
}

} // namespace mplrt
