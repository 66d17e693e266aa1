//===- Conditions.cpp - What rules wait to know ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A rule with a negated premise waits for a condition where its other premises
// match and nothing says whether the condition holds. A definition by cases has a
// clause for each outcome; the clause for equality has no premise that says so (one
// variable stands in two places), so that it is the other clause that tells.
// Where there is none, the clause itself is looked at: an application that exists
// and a constructor's that its clause takes apart, which agree but for one value.
//
// Matching is a plain backtracking join over the block's tables. It runs once a
// block, at its end, and not at all in theories without negated premises.
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Conditions.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <array>

namespace mplrt {

using calculus::Atom;
using calculus::Rule;
using calculus::Term;

namespace {

constexpr uint64_t maxSteps = 20000; // Rows looked at, for one rule.

class Finder {
public:
  Finder(const Block &block, const std::vector<Id> &focus)
      : block(block), program(block.theory->program), focus(focus),
        apart(program.apart()) {}

  std::vector<Condition> run(size_t limit) {
    isTheory = true;
    for (const Rule &rule : program.rules)
      if (rule.active)
        look(rule);
    isTheory = false;
    for (const auto &ref : block.rules->forms)
      look(block.rules->theorems[ref.theorem]->forms[ref.form].rule);
    for (const calculus::RuleForm &form : block.hypotheses)
      look(form.rule);
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
      return std::tie(a.rank, a.condition.args, a.condition.relation) <
             std::tie(b.rank, b.condition.args, b.condition.relation);
    });
    std::vector<Condition> result;
    for (Candidate &candidate : found)
      if (result.size() < limit &&
          std::find(result.begin(), result.end(), candidate.condition) ==
              result.end())
        result.push_back(std::move(candidate.condition));
    return result;
  }

private:
  struct Candidate {
    std::array<uint32_t, 2> rank; ///< Does it keep a definition; generation.
    Condition condition;
  };

  /// A clause of a function's definition, or a law that reads like one.
  bool isDefinition(const Rule &rule) const {
    if (rule.head != Rule::Head::Derive)
      return false;
    const calculus::Relation &head = program.relations[rule.atom.relation];
    return head.functional && !head.constructor;
  }

  void look(const Rule &r) {
    if (r.clause.kind != calculus::Clause::Kind::Use &&
        r.clause.kind != calculus::Clause::Kind::Fold)
      return;
    rule = &r;
    steps = 0;
    positive.clear();
    negated.clear();
    for (const Atom &premise : r.premises)
      (program.relations[premise.relation].negated ? negated : positive)
          .push_back(&premise);
    env.assign(r.numVariables + 1, kNone);
    if (!negated.empty())
      match(0);
    else if (isTheory && apart != calculus::none && isDefinition(r))
      lookAtPattern();
  }

  Id value(Term t) const {
    return calculus::isConstant(t) ? block.find(calculus::constantIndex(t))
                                   : env[t];
  }

  //===--- Negated premises ------------------------------------------------===//

  /// Matches positive premises from the k-th on, then looks at the negated ones.
  void match(size_t k) {
    if (k == positive.size()) {
      lookAtNegated();
      return;
    }
    const Atom &premise = *positive[k];
    forEachRow(premise, [&](RowId row) {
      const std::vector<Id> before = env;
      if (bind(premise, row))
        match(k + 1);
      env = before;
    });
  }

  bool bind(const Atom &premise, RowId row) {
    for (size_t c = 0; c < premise.args.size(); ++c) {
      const Id id = cellOf(block, row, uint32_t(c));
      const Term t = premise.args[c];
      if (!calculus::isConstant(t) && env[t] == kNone)
        env[t] = id;
      else if (value(t) != id)
        return false;
    }
    return true;
  }

  /// The rows that may match: of the shortest list of a known column.
  template <typename F> void forEachRow(const Atom &premise, F &&visit) {
    const RelationLayout &layout = block.theory->relations[premise.relation];
    RowId first = block.relationFirst[premise.relation];
    uint32_t column = kNone, length = ~0u;
    for (uint32_t c = 0; c < premise.args.size(); ++c) {
      const Id id = value(premise.args[c]);
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
    for (RowId row = first; row != kNone && ++steps <= maxSteps;
         row = column == kNone
                   ? block.rows[row].next
                   : block.cells[size_t(row) * block.theory->stride + column].next)
      visit(row);
  }

  enum class Truth : uint8_t { True, False, Unknown };

  Truth truthOf(const Condition &condition) const {
    if (block.lookup(condition.relation, condition.args.data()) != kNone)
      return Truth::False;
    if (condition.relation == apart)
      return condition.args[0] == condition.args[1] ? Truth::True
                                                    : Truth::Unknown;
    const uint32_t of = program.relations[condition.relation].complement;
    return block.lookup(of, condition.args.data()) != kNone ? Truth::True
                                                            : Truth::Unknown;
  }

  /// A variable that no other premise binds, as in `A(x) or B(x)` for all x, may be any
  /// of the values in focus.
  void lookAtNegated() {
    for (const Atom *premise : negated)
      for (const Term t : premise->args)
        if (value(t) == kNone) {
          for (const Id id : focus)
            if (++steps <= maxSteps) {
              env[t] = id;
              lookAtNegated();
            }
          env[t] = kNone;
          return;
        }
    lookAtValues();
  }

  void lookAtValues() {
    std::optional<Condition> open;
    for (const Atom *premise : negated) {
      Condition condition{premise->relation, {}};
      for (Term t : premise->args)
        condition.args.push_back(value(t));
      const Truth truth = truthOf(condition);
      if (truth == Truth::True)
        return; // The rule will never fire here.
      if (truth == Truth::Unknown && !open)
        open = std::move(condition);
    }
    if (open && !isKnownHead())
      add(std::move(*open), isTheory && isDefinition(*rule) && isApplied());
  }

  bool isKnownHead() const {
    if (rule->head == Rule::Head::Equate)
      return value(rule->left) == value(rule->right);
    // An existential goal is a rule without a head.
    if (rule->head != Rule::Head::Derive || rule->atom.relation == calculus::none)
      return false;
    Id args[kMaxArity];
    for (size_t c = 0; c < rule->atom.args.size(); ++c)
      if ((args[c] = value(rule->atom.args[c])) == kNone)
        return false;
    return block.lookup(rule->atom.relation, args) != kNone;
  }

  /// Whether the application that the head is about exists.
  bool isApplied() const {
    Id inputs[kMaxArity];
    for (size_t c = 0; c + 1 < rule->atom.args.size(); ++c)
      inputs[c] = value(rule->atom.args[c]);
    const RelationLayout &layout = block.theory->relations[rule->atom.relation];
    return probeKey(const_cast<Block &>(block), rule->atom.relation,
                    layout.firstSlot, inputs, layout.keyColumns) != kNone;
  }

  void add(Condition condition, bool unfolds) {
    if (condition.relation == apart && condition.args[1] < condition.args[0])
      std::swap(condition.args[0], condition.args[1]);
    uint32_t generation = 0;
    for (const Id id : condition.args)
      generation = std::max(generation, block.generationOf(id));
    found.push_back({{unfolds ? 0u : 1u, generation},
                     std::move(condition)});
  }

  //===--- Clauses that wait for an equation -------------------------------===//

  /// The clause's application, with its constructor patterns, where one input
  /// differs from what a pattern holds.
  void lookAtPattern() {
    Atom application = rule->atom;
    application.args.back() = Term(rule->numVariables);
    for (const Atom *pattern : positive) {
      if (!program.relations[pattern->relation].constructor)
        continue;
      const auto output = std::find(application.args.begin(),
                                    application.args.end() - 1,
                                    pattern->args.back());
      if (output == application.args.end() - 1 ||
          calculus::isConstant(pattern->args.back()))
        continue;
      forEachRow(application, [&](RowId row) {
        const std::vector<Id> before = env;
        if (bind(application, row))
          compareWithRows(*pattern);
        env = before;
      });
    }
  }

  /// The rows of the pattern's constructor with its output.
  void compareWithRows(const Atom &pattern) {
    const RelationLayout &layout = block.theory->relations[pattern.relation];
    const uint32_t output = layout.arity - 1;
    const Id id = value(pattern.args[output]);
    for (RowId row = block.lists[size_t(id) * block.theory->slots +
                                 layout.firstSlot + output].first;
         row != kNone && ++steps <= maxSteps;
         row = block.cells[size_t(row) * block.theory->stride + output].next)
      compare(pattern, row);
  }

  void compare(const Atom &pattern, RowId row) {
    std::optional<Condition> open;
    for (size_t c = 0; c + 1 < pattern.args.size(); ++c) {
      const Id here = value(pattern.args[c]), there = cellOf(block, row, uint32_t(c));
      if (here == kNone || here == there)
        continue;
      if (open)
        return;
      open = Condition{apart, {here, there}};
    }
    if (open && truthOf(*open) == Truth::Unknown)
      add(std::move(*open), true);
  }

  const Block &block;
  const calculus::Program &program;
  const std::vector<Id> &focus;
  const uint32_t apart;
  const Rule *rule = nullptr;
  bool isTheory = false; ///< Of `rule`.
  std::vector<const Atom *> positive, negated;
  std::vector<Id> env;
  uint64_t steps = 0;
  std::vector<Candidate> found;
};

} // namespace

std::vector<Condition> openConditions(const Block &block, size_t limit,
                                      const std::vector<Id> &focus) {
  const auto &relations = block.theory->program.relations;
  if (std::none_of(relations.begin(), relations.end(),
                   [](const calculus::Relation &r) { return r.negated; }))
    return {};
  return Finder(block, focus).run(limit);
}

} // namespace mplrt
