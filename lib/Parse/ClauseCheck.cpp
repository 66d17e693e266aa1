//===- ClauseCheck.cpp - Functions that are defined by clauses ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clauses are axioms, so nothing keeps them from contradicting each other or
// from leaving values open. What is looked at, as functional languages do:
//
// - Each clause is `f(patterns) = term`, patterns being variables and
//   constructors of declared datatypes, no variable twice, possibly under
//   premises.
// - The patterns cover all inputs: by the usual matrix of patterns (L. Maranget,
//   Warnings for pattern matching, JFP 2007), split at the first column that
//   holds a constructor. Clauses with premises count for nothing there.
// - Two clauses that match the same input, so that their patterns unify, say the
//   same of it.
// - Recursive calls are on a part of the pattern in one column, the same for all
//   clauses (or the columns in lexicographic order).
//
// What is not seen to hold is a warning: it may hold nevertheless.
//
//===----------------------------------------------------------------------===//

#include "Desugar.h"

#include "llvm/ADT/STLExtras.h"

using namespace mplc;

namespace {

using Kind = Syntax::Kind;
using Constructor = Declaration::Constructor;

/// `f(patterns) = value`, under premises or not.
struct Clause {
  const Syntax *whole;
  std::vector<const Syntax *> patterns;
  const Syntax *value;
  std::vector<const Syntax *> premises;
};

class ClauseCheck {
public:
  ClauseCheck(const Declaration &function,
              const std::vector<const Declaration *> &datatypes,
              Diagnostics &diagnostics)
      : function(function), datatypes(datatypes), diagnostics(diagnostics) {}

  void run() {
    for (const SyntaxPtr &clause : function.clauses)
      if (!read(*clause))
        return;
    checkComplete();
    checkOverlaps();
    checkTermination();
  }

private:
  const std::string &name() const { return function.names[0].name; }

  //===--- Reading --------------------------------------------------------===//

  bool read(const Syntax &syntax) {
    Clause clause{&syntax, {}, nullptr, {}};
    const Syntax *head = &syntax;
    while (true) {
      if (head->isInfix("implies")) {
        clause.premises.push_back(head->operands[0].get());
        head = head->operands[1].get();
      } else if (head->kind == Kind::Quantifier && head->name == "forall") {
        head = head->operands[0].get();
      } else {
        break;
      }
    }
    if (!head->isInfix("=") || !isCall(*head->operands[0])) {
      diagnostics.warning(syntax.loc,
                          "no clause of '" + name() + "' by its form, '" +
                              name() +
                              "(patterns) = term'; whether the clauses define "
                              "a function is not checked");
      return false;
    }
    for (const SyntaxPtr &pattern : head->operands[0]->operands)
      clause.patterns.push_back(pattern.get());
    clause.value = head->operands[1].get();
    std::set<std::string> seen;
    for (const Syntax *pattern : clause.patterns)
      if (!checkPattern(*pattern, seen))
        return false;
    clauses.push_back(std::move(clause));
    return true;
  }

  bool isCall(const Syntax &syntax) const {
    return (syntax.kind == Kind::Application || syntax.kind == Kind::Infix) &&
           syntax.name == name() &&
           syntax.operands.size() == function.inputs.size();
  }

  const Constructor *constructorOf(const Syntax &syntax) const {
    if (syntax.kind != Kind::Name && syntax.kind != Kind::Application &&
        syntax.kind != Kind::Infix)
      return nullptr;
    for (const Declaration *datatype : datatypes)
      for (const Constructor &constructor : datatype->constructors)
        if (constructor.id.name == syntax.name &&
            constructor.sets.size() == syntax.operands.size())
          return &constructor;
    return nullptr;
  }

  bool isVariable(const Syntax &syntax) const {
    return syntax.kind == Kind::Name && !constructorOf(syntax);
  }

  bool checkPattern(const Syntax &pattern, std::set<std::string> &seen) {
    if (isVariable(pattern)) {
      if (seen.insert(pattern.name).second)
        return true;
      diagnostics.warning(pattern.loc,
                          "'" + pattern.name +
                              "' stands twice in the patterns; whether the "
                              "clauses define a function is not checked");
      return false;
    }
    if (!constructorOf(pattern)) {
      diagnostics.warning(pattern.loc,
                          "no pattern of variables and constructors; whether "
                          "the clauses define a function is not checked");
      return false;
    }
    return llvm::all_of(pattern.operands, [&](const SyntaxPtr &operand) {
      return checkPattern(*operand, seen);
    });
  }

  //===--- Complete -------------------------------------------------------===//

  using Row = std::vector<const Syntax *>; ///< Null: any value.

  void checkComplete() {
    std::vector<Row> rows;
    for (const Clause &clause : clauses)
      if (clause.premises.empty())
        rows.push_back(clause.patterns);
    bool hasConditions = rows.size() != clauses.size();
    std::vector<std::string> sets;
    for (const Identifier &set : function.inputs)
      sets.push_back(set.name);
    unsigned budget = 10000;
    std::vector<std::string> missing;
    if (!findMissing(rows, sets, missing, budget))
      return;
    std::string call = name() + "(";
    for (size_t i = 0; i < missing.size(); ++i)
      call += (i ? ", " : "") + missing[i];
    diagnostics.warning(function.names[0].loc,
                        "no clause of '" + name() + "' is seen to say what " +
                            call + ") is; " +
                            (hasConditions ? "with premises that leave a case "
                                             "out, such values are open"
                                           : "such values are open"));
  }

  const Declaration *datatypeOf(const std::string &set) const {
    for (const Declaration *datatype : datatypes)
      if (datatype->names[0].name == set)
        return datatype;
    return nullptr;
  }

  /// An input that no row matches, one text a column.
  bool findMissing(const std::vector<Row> &rows,
                   const std::vector<std::string> &sets,
                   std::vector<std::string> &missing, unsigned &budget) const {
    if (budget == 0)
      return false;
    --budget;
    if (sets.empty())
      return rows.empty();
    std::vector<std::string> rest(sets.begin() + 1, sets.end());
    const Declaration *datatype = datatypeOf(sets[0]);
    bool splits = datatype && llvm::any_of(rows, [&](const Row &row) {
                    return row[0] && !isVariable(*row[0]);
                  });
    if (!splits) {
      std::vector<Row> others;
      for (const Row &row : rows)
        if (!row[0] || isVariable(*row[0]))
          others.emplace_back(row.begin() + 1, row.end());
      std::vector<std::string> found;
      if (!findMissing(others, rest, found, budget))
        return false;
      missing = {"_"};
      missing.insert(missing.end(), found.begin(), found.end());
      return true;
    }
    for (const Constructor &constructor : datatype->constructors)
      if (findMissingUnder(constructor, rows, rest, missing, budget))
        return true;
    return false;
  }

  bool findMissingUnder(const Constructor &constructor,
                        const std::vector<Row> &rows,
                        const std::vector<std::string> &rest,
                        std::vector<std::string> &missing,
                        unsigned &budget) const {
    size_t count = constructor.sets.size();
    std::vector<Row> inner;
    for (const Row &row : rows) {
      Row next;
      if (!row[0] || isVariable(*row[0]))
        next.assign(count, nullptr);
      else if (row[0]->name == constructor.id.name)
        for (const SyntaxPtr &operand : row[0]->operands)
          next.push_back(operand.get());
      else
        continue;
      next.insert(next.end(), row.begin() + 1, row.end());
      inner.push_back(std::move(next));
    }
    std::vector<std::string> sets, found;
    for (const Identifier &set : constructor.sets)
      sets.push_back(set.name);
    sets.insert(sets.end(), rest.begin(), rest.end());
    if (!findMissing(inner, sets, found, budget))
      return false;
    std::string text = constructor.id.name;
    for (size_t i = 0; i < count; ++i)
      text += (i ? ", " : "(") + found[i];
    missing = {count ? text + ")" : text};
    missing.insert(missing.end(), found.begin() + long(count), found.end());
    return true;
  }

  //===--- Overlaps -------------------------------------------------------===//

  /// What a variable of one clause is in the other one, where both match.
  using Matches = std::map<std::string, const Syntax *>;

  /// Could one value match both? Variables are different, each stands once.
  bool unify(const Syntax &left, const Syntax &right, Matches &ofLeft,
             Matches &ofRight) const {
    if (isVariable(left))
      return ofLeft[left.name] = &right, true;
    if (isVariable(right))
      return ofRight[right.name] = &left, true;
    if (left.name != right.name)
      return false;
    for (size_t i = 0; i < left.operands.size(); ++i)
      if (!unify(*left.operands[i], *right.operands[i], ofLeft, ofRight))
        return false;
    return true;
  }

  /// The term with the other clause's patterns for its variables, as text.
  std::string textOf(const Syntax &term, const Matches &matches,
                     const char *side, const char *other) const {
    if (isVariable(term)) {
      auto it = matches.find(term.name);
      return it == matches.end() ? side + term.name
                                 : textOf(*it->second, {}, other, side);
    }
    std::string text = term.name + "(";
    for (const SyntaxPtr &operand : term.operands)
      text += textOf(*operand, matches, side, other) + ",";
    return text + ")";
  }

  static bool isSame(const Syntax &left, const Syntax &right) {
    if (left.kind != right.kind || left.name != right.name ||
        left.operands.size() != right.operands.size())
      return false;
    for (size_t i = 0; i < left.operands.size(); ++i)
      if (!isSame(*left.operands[i], *right.operands[i]))
        return false;
    return true;
  }

  /// Clauses may match the same inputs if they say the same of them.
  bool agree(const Clause &left, const Clause &right) const {
    if (!left.premises.empty() || !right.premises.empty())
      return true;
    Matches ofLeft, ofRight;
    for (size_t c = 0; c < left.patterns.size(); ++c)
      if (!unify(*left.patterns[c], *right.patterns[c], ofLeft, ofRight))
        return true;
    return textOf(*left.value, ofLeft, "left ", "right ") ==
           textOf(*right.value, ofRight, "right ", "left ");
  }

  void checkOverlaps() {
    for (size_t i = 0; i < clauses.size(); ++i)
      for (size_t k = 0; k < i; ++k) {
        if (agree(clauses[i], clauses[k]))
          continue;
        diagnostics.warning(clauses[i].whole->loc,
                            "this clause of '" + name() +
                                "' and an earlier one match the same inputs; if "
                                "they differ there, the axioms are "
                                "contradictory");
        diagnostics.note(clauses[k].whole->loc, "the other clause is here");
      }
  }

  //===--- Termination ----------------------------------------------------===//

  void collectCalls(const Syntax &syntax,
                    std::vector<const Syntax *> &calls) const {
    if (isCall(syntax))
      calls.push_back(&syntax);
    for (const SyntaxPtr &operand : syntax.operands)
      collectCalls(*operand, calls);
  }

  /// Is `part` a proper part of `pattern`?
  static bool isPart(const Syntax &part, const Syntax &pattern) {
    return llvm::any_of(pattern.operands, [&](const SyntaxPtr &operand) {
      return isSame(part, *operand) || isPart(part, *operand);
    });
  }

  struct Call {
    const Clause *clause;
    const Syntax *call;
  };

  /// Columns are taken one after the other: one in which no open call grows and
  /// some shrink settles those that shrink.
  void checkTermination() {
    std::vector<Call> open;
    for (const Clause &clause : clauses) {
      std::vector<const Syntax *> calls;
      collectCalls(*clause.value, calls);
      for (const Syntax *premise : clause.premises)
        collectCalls(*premise, calls);
      for (const Syntax *call : calls)
        open.push_back({&clause, call});
    }
    bool progress = true;
    while (progress && !open.empty()) {
      progress = false;
      for (size_t c = 0; c < function.inputs.size() && !progress; ++c) {
        auto shrinks = [&](const Call &each) {
          return isPart(*each.call->operands[c], *each.clause->patterns[c]);
        };
        auto stays = [&](const Call &each) {
          return isSame(*each.call->operands[c], *each.clause->patterns[c]);
        };
        if (!llvm::all_of(open, [&](const Call &each) {
              return shrinks(each) || stays(each);
            }))
          continue;
        size_t before = open.size();
        llvm::erase_if(open, shrinks);
        progress = open.size() < before;
      }
    }
    if (open.empty())
      return;
    diagnostics.warning(open[0].call->loc,
                        "this use of '" + name() +
                            "' is not seen to be on a part of the pattern; if "
                            "the recursion does not end, the axioms may be "
                            "contradictory or leave values open");
  }

  const Declaration &function;
  const std::vector<const Declaration *> &datatypes;
  Diagnostics &diagnostics;
  std::vector<Clause> clauses;
};

} // namespace

void mplc::checkClauses(const Declaration &function,
                        const std::vector<const Declaration *> &datatypes,
                        const Context &, Diagnostics &diagnostics) {
  ClauseCheck(function, datatypes, diagnostics).run();
}
