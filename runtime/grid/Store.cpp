//===- Store.cpp - Conjectures, what became of them, rules ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A new rule brings a conjecture back to the lowest level, but only if it could have
// changed its last attempts: each premise of one of the rule's plans must have had a
// row there.
//
//===----------------------------------------------------------------------===//

#include "runtime/grid/Store.h"

#include "mplc/Calculus/Restates.h"
#include "runtime/layout/Chains.h"

#include <algorithm>

namespace mplrt {

namespace {

/// A split may decide what is negated.
bool isAllInhabited(const calculus::Matcher &matcher,
                    const calculus::Program &program,
                    const std::vector<bool> &inhabited) {
  return std::all_of(matcher.premises.begin(), matcher.premises.end(),
                     [&](const calculus::Atom &p) {
                       return inhabited[p.relation] ||
                              program.relations[p.relation].negated;
                     });
}

} // namespace

Store::Store(const Theory &theory)
    : theory(theory), all(theory.program.conjectures), states(all.size()),
      results(all.size()), start(std::chrono::steady_clock::now()) {
  for (uint32_t c = 0; c < all.size(); ++c)
    states[c].isRestated = !all[c].isComposite() &&
                           (calculus::restates(all[c].goal, theory.program) ||
                            calculus::saysTotality(all[c].goal, theory.program));
  rules = std::make_shared<RuleSet>(rulesOf({}));
}

double Store::elapsed() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

std::shared_ptr<const InstalledTheorem> Store::theoremOf(uint32_t conjecture) const {
  const std::scoped_lock lock(mutex);
  std::shared_ptr<const InstalledTheorem> &known = installed[conjecture];
  if (!known) {
    auto theorem = std::make_shared<InstalledTheorem>();
    theorem->name = all[conjecture].name;
    theorem->statement = all[conjecture].statement;
    theorem->goal = calculus::normalise(all[conjecture].goal, theory.program);
    theorem->forms = calculus::ruleForms(theorem->goal, theory.program);
    known = std::move(theorem);
  }
  return known;
}

void Store::install(std::shared_ptr<const InstalledTheorem> theorem,
                    RuleSet &set) const {
  const calculus::Program &program = theory.program;
  const auto index = uint32_t(set.theorems.size());
  for (uint32_t f = 0; f < theorem->forms.size(); ++f) {
    const auto number = uint32_t(program.rules.size() + set.forms.size());
    addForm(theorem->forms[f], number, theory, mplSteps, set.chains);
    set.forms.push_back({index, f});
  }
  set.theorems.push_back(std::move(theorem));
}

RuleSet Store::rulesOf(const std::vector<uint32_t> &theorems) const {
  RuleSet set;
  for (uint32_t c = 0; c < all.size(); ++c)
    if (all[c].assumed && !states[c].isRestated)
      install(theoremOf(c), set);
  for (const uint32_t c : theorems)
    install(theoremOf(c), set);
  set.chains.share();
  return set;
}

void Store::wake(const InstalledTheorem &theorem) {
  std::vector<calculus::Matcher> matchers;
  for (const calculus::RuleForm &form : theorem.forms) {
    matchers.push_back(calculus::matcherOf(form.rule, 0));
    for (calculus::Matcher &build : calculus::deriveBuilds(
             form.rule, 0, theory.program, /*isTheorem=*/true))
      matchers.push_back(std::move(build));
  }
  for (State &state : states)
    if (!state.inhabited.empty() &&
        std::any_of(matchers.begin(), matchers.end(), [&](const auto &m) {
          return isAllInhabited(m, theory.program, state.inhabited);
        }))
      state.level = 0;
}

//===----------------------------------------------------------------------===//
// What is written
//===----------------------------------------------------------------------===//

uint32_t Store::add(calculus::Conjecture conjecture, Origin origin, std::string text) {
  all.push_back(std::move(conjecture));
  states.emplace_back();
  results.emplace_back();
  results.back().origin = origin;
  results.back().text = std::move(text);
  return uint32_t(all.size() - 1);
}

uint32_t Store::addNegation(calculus::Conjecture theorem, WrittenProof proof) {
  const uint32_t c = add(std::move(theorem), Origin::Refutation, "");
  Outcome &outcome = results[c];
  outcome.status = Status::Proved;
  ++proved;
  outcome.method = "values";
  outcome.isNegation = true;
  outcome.order = numOrdered++;
  outcome.seconds = elapsed();
  outcome.proof = std::move(proof);
  if (onProved)
    onProved(c);
  return c;
}

void Store::reject(uint32_t conjecture, AttemptResult &result, uint32_t next) {
  State &state = states[conjecture];
  // Attempts differ in what they try: a rule that could change one is enough.
  if (state.inhabited.empty())
    state.inhabited = std::move(result.inhabited);
  else
    for (size_t r = 0; r < state.inhabited.size(); ++r)
      state.inhabited[r] = state.inhabited[r] || result.inhabited[r];
  state.limit = result.limit;
  state.level = std::max(state.level, next);
  state.reached = std::max(state.reached, state.level);
}

void Store::accept(uint32_t conjecture, Attempted &result, bool asRule) {
  Outcome &outcome = results[conjecture];
  outcome.status = Status::Proved;
  ++proved;
  outcome.method = std::move(result.method);
  outcome.vacuous = result.vacuous;
  outcome.isRule = asRule;
  outcome.order = numOrdered++;
  outcome.seconds = elapsed();
  outcome.proof = std::move(result.proof);
  if (asRule) {
    auto next = std::make_shared<RuleSet>(*rules);
    install(theoremOf(conjecture), *next);
    next->chains.share();
    rules = std::move(next);
    wake(*rules->theorems.back());
    kept = rules->theorems.size();
  }
  if (onProved)
    onProved(conjecture);
}

void Store::acceptWritten(uint32_t conjecture, WrittenProof proof, std::string method,
                          bool asRule) {
  Attempted result;
  result.proved = true;
  result.method = std::move(method);
  result.proof = std::move(proof);
  accept(conjecture, result, asRule);
  compose();
}

void Store::refute(uint32_t conjecture,
                   std::vector<std::pair<std::string, std::string>> assignment,
                   std::vector<std::string> theorems, std::string model) {
  Outcome &outcome = results[conjecture];
  outcome.status = Status::Refuted;
  ++refuted;
  outcome.assignment = std::move(assignment);
  outcome.refutedBy = std::move(theorems);
  outcome.model = std::move(model);
  outcome.seconds = elapsed();
  if (onRefuted)
    onRefuted(conjecture);
  // A statement one of whose parts is false is false.
  for (uint32_t c = 0; c < all.size(); ++c)
    if (results[c].status == Status::Open &&
        std::count(all[c].parts.begin(), all[c].parts.end(), all[conjecture].name))
      refute(c, results[conjecture].assignment, results[conjecture].refutedBy,
             results[conjecture].model);
}

void Store::compose() {
  auto isProved = [&](const std::string &name) {
    for (uint32_t c = 0; c < all.size(); ++c)
      if (all[c].name == name)
        return results[c].status == Status::Proved;
    return false;
  };
  for (uint32_t c = 0; c < all.size(); ++c) {
    const auto &parts = all[c].parts;
    if (parts.empty() || results[c].status == Status::Proved ||
        !std::all_of(parts.begin(), parts.end(), isProved))
      continue;
    results[c].status = Status::Proved;
    results[c].method = "parts";
    results[c].seconds = elapsed();
    results[c].proof = writeComposite(theory, all[c]);
    if (onProved)
      onProved(c);
  }
}

void Store::finish(const std::string &stopped) {
  for (uint32_t c = 0; c < results.size(); ++c)
    if (results[c].status == Status::Open)
      results[c].limit = !stopped.empty()        ? stopped
                         : all[c].isComposite()  ? "a part is open"
                                                 : toString(states[c].limit);
}

//===----------------------------------------------------------------------===//
// What is read
//===----------------------------------------------------------------------===//

std::vector<uint32_t> Store::inOrderOfProof() const {
  std::vector<uint32_t> proved(numOrdered, calculus::none);
  for (uint32_t c = 0; c < all.size(); ++c)
    if (results[c].status == Status::Proved && !all[c].isComposite())
      proved[results[c].order] = c;
  return proved;
}

bool Store::isOpenStated(uint32_t c) const {
  return results[c].status == Status::Open && results[c].origin == Origin::Stated &&
         !all[c].assumed && !results[c].isDropped;
}

bool Store::hasOpenStated() const {
  for (uint32_t c = 0; c < all.size(); ++c)
    if (isOpenStated(c))
      return true;
  return false;
}

std::vector<uint32_t> Store::openGoals() const {
  std::vector<uint32_t> goals;
  for (uint32_t c = 0; c < all.size(); ++c)
    if (isOpenStated(c) && !all[c].isComposite())
      goals.push_back(c);
  return goals;
}

std::string Store::freePrefix(std::string prefix) const {
  const calculus::Program &program = theory.program;
  auto clashes = [&](const std::string &name) {
    return name.compare(0, prefix.size(), prefix) == 0;
  };
  auto anyClashes = [&] {
    return clashes(program.theory) ||
           std::any_of(program.definitions.begin(), program.definitions.end(),
                       [&](const auto &d) { return clashes(d.name); }) ||
           std::any_of(all.begin(), all.end(),
                       [&](const auto &c) { return clashes(c.name); });
  };
  while (anyClashes())
    prefix += '_';
  return prefix;
}

} // namespace mplrt
