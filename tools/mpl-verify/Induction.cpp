//===- Induction.cpp - What the axioms say about constructors -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An induction form says that every member of its set is made by finitely many
// applications of its constructors. Which hypotheses a case may use depends on
// what the inputs of a constructor are, and of this only a typing clause tells:
// a clause of the axioms whose only premise is the constructor's atom, with
// distinct variables, and whose head is membership of one of them in a constant
// set. Anything weaker (a further premise, a repeated variable) would hold of
// some applications only, and is not enough for a hypothesis.
//
//===----------------------------------------------------------------------===//

#include "Theory.h"

#include <algorithm>
#include <ranges>
#include <set>

using namespace mplverify;
using Kind = FormulaStore::Kind;

namespace {

/// One clause about position `position` of the atoms of a constructor; the
/// position after the inputs is the output. Strict: nothing else is a premise.
struct Typing {
  Symbol constructor;
  uint32_t inputs;
  uint32_t position;
  Symbol set;
  bool strict;
  auto operator<=>(const Typing &) const = default;
};

class Survey {
public:
  explicit Survey(Theory &theory) : theory(theory), store(theory.store) {}

  void run() {
    walk(store.canonical(theory.axioms));
    for (InductionForm &form : theory.inductions)
      for (Constructor &constructor : form.constructors)
        support(form, constructor);
  }

private:
  //===--- All clauses of the axioms --------------------------------------===//

  /// What is left to do: a formula to walk, or an implication to leave.
  struct Task {
    bool isEnd;
    Formula formula;
    size_t premises;
    uint32_t variables;
  };

  void walk(Formula start) {
    tasks.push_back({false, start, 0, 0});
    while (!tasks.empty()) {
      const Task task = tasks.back();
      tasks.pop_back();
      if (task.isEnd) {
        premises.resize(task.premises);
        variables = task.variables;
      } else {
        visit(task.formula);
      }
    }
  }

  /// Definitions may be unfolded one in the other as often as a file likes, so
  /// that nothing here recurses.
  void visit(Formula at) {
    // Definitions can unfold to exponentially many clauses. What is not seen
    // gives no hypothesis, so that stopping early is sound.
    if (++steps > 1'000'000 || premises.size() + variables > 5000)
      return;
    if (store.is(at, Kind::Conjunction)) {
      const auto parts = store.words(at);
      for (size_t i = parts.size(); i-- > 0;)
        tasks.push_back({false, Formula(parts[i]), 0, 0});
    } else if (store.is(at, Kind::Implication)) {
      enter(at);
    } else if (store.is(at, Kind::Atom)) {
      atom(at);
    }
  }

  void enter(Formula implication) {
    tasks.push_back({true, 0, premises.size(), variables});
    std::vector<Term> opened(store.variables(implication).size());
    for (Term &term : opened)
      term = patternTerm(variables++);
    store.flatten(store.instantiate(store.left(implication), opened),
                  premises);
    tasks.push_back(
        {false, store.instantiate(store.right(implication), opened), 0, 0});
  }

  void atom(Formula at) {
    std::vector<Term> arguments(store.arguments(at).begin(),
                                store.arguments(at).end());
    if (const Definition *definition =
            theory.definition(store.predicate(at))) {
      tasks.push_back({false,
                       store.canonical(store.replacePatterns(definition->body,
                                                             arguments)),
                       0, 0});
      return;
    }
    if (store.predicate(at) != SymbolTable::in || !isSymbol(arguments[1]))
      return;
    if (premises.empty() && isSymbol(arguments[0]))
      members.insert({arguments[0], arguments[1]});
    if (!premises.empty() && isPattern(arguments[0]))
      typing(arguments[0], arguments[1]);
  }

  /// The head is membership of `variable` in `set`.
  void typing(Term variable, Symbol set) {
    Formula application = FormulaStore::falseFormula;
    for (Formula premise : premises) {
      if (isMembership(premise))
        continue;
      if (application != FormulaStore::falseFormula ||
          !isApplication(premise))
        return;
      application = premise;
    }
    if (application == FormulaStore::falseFormula)
      return;
    auto arguments = store.arguments(application);
    auto at = std::find(arguments.begin(), arguments.end(), variable);
    if (at == arguments.end() || !ownMemberships(arguments))
      return;
    typings.insert({arguments.back(), uint32_t(arguments.size() - 2),
                    uint32_t(at - arguments.begin()), set,
                    premises.size() == 1});
  }

  bool isMembership(Formula f) const {
    return store.is(f, Kind::Atom) && store.predicate(f) == SymbolTable::in;
  }

  bool ownMemberships(std::span<const Term> arguments) const {
    return std::all_of(premises.begin(), premises.end(), [&](Formula f) {
      return !isMembership(f) ||
             std::find(arguments.begin(), arguments.end(),
                       store.arguments(f)[0]) != arguments.end();
    });
  }

  /// `inK` of distinct variables and a constant.
  bool isApplication(Formula f) const {
    if (!store.is(f, Kind::Atom) || !theory.isPrimitive(store.predicate(f)) ||
        store.isEquality(f) || !isSymbol(store.arguments(f).back()))
      return false;
    auto inputs = store.arguments(f).first(store.arguments(f).size() - 1);
    std::set<Term> distinct(inputs.begin(), inputs.end());
    return distinct.size() == inputs.size() &&
           std::all_of(inputs.begin(), inputs.end(), isPattern);
  }

  //===--- What they mean for a form --------------------------------------===//

  void support(InductionForm &form, Constructor &constructor) {
    bool constant = members.count({constructor.name, form.set});
    std::set<uint32_t> inputs;
    // The clauses about one constructor stand together.
    const auto first = typings.lower_bound({constructor.name, 0, 0, 0, false});
    auto last = first;
    while (last != typings.end() && last->constructor == constructor.name)
      ++last;
    const auto about = std::ranges::subrange(first, last);
    for (const Typing &typing : about)
      if (typing.position == typing.inputs && typing.set == form.set)
        inputs.insert(typing.inputs);
    if (inputs.size() + constant != 1) {
      form.problem = "the axioms do not make " +
                     theory.symbols.quoted(constructor.name) +
                     " a constant of, or a function into, " +
                     theory.symbols.quoted(form.set);
      return;
    }
    if (constant)
      return;
    constructor.inputs = *inputs.begin();
    constructor.inputSets.resize(constructor.inputs);
    for (const Typing &typing : about)
      if (typing.strict && typing.inputs == constructor.inputs &&
          typing.position < typing.inputs)
        constructor.inputSets[typing.position].push_back(typing.set);
  }

  Theory &theory;
  FormulaStore &store;
  std::vector<Task> tasks;
  std::vector<Formula> premises;
  uint32_t variables = 0;
  size_t steps = 0;
  std::set<std::pair<Symbol, Symbol>> members;
  std::set<Typing> typings;
};

} // namespace

void mplverify::supportInductions(Theory &theory) { Survey(theory).run(); }
