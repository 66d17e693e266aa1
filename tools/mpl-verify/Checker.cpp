//===- Checker.cpp - Lines, names, steps and blocks of a proof ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One pass over the lines. What may be cited is a stack: a block that closes
// takes its steps, premises and names with it, and only then does the step that
// opened it become one that may be cited. A name out of scope is not forgotten,
// because a fresh name must be new to the whole proof.
//
//===----------------------------------------------------------------------===//

#include "Checker.h"

#include <algorithm>

using namespace mplverify;
using Kind = FormulaStore::Kind;

/// Formulas and names of earlier proofs are kept, as later ones often share
/// them, until there are so many.
static constexpr size_t maxKept = 1 << 20;

Checker::Checker(Theory &theory)
    : theory(theory), store(theory.store), symbols(theory.symbols),
      parser(symbols, store), theoryClauses(theory, *this),
      stepClauses(theory, *this), baseSymbols(symbols.size()),
      baseFormulas(store.size()) {
  for (const auto &[name, type] : theory.constants)
    info(name) = {0, true, true, type};
}

bool Checker::fail(std::string message) {
  error = currentNumber
              ? "step " + std::to_string(currentNumber) + ": " + message
              : std::move(message);
  return false;
}

bool Checker::check(const Theorem &toProve, const std::vector<Theorem> &citable,
                    std::string_view text, size_t firstLine) {
  if (store.size() - baseFormulas > maxKept ||
      symbols.size() - baseSymbols > maxKept) {
    theoryClauses.clear();
    store.truncate(baseFormulas);
    symbols.truncate(baseSymbols);
    names.resize(std::min(names.size(), baseSymbols));
  }
  ++file;
  theorem = toProve;
  uses = &citable;
  proved = citesFacts = false;
  lastNumber = currentNumber = 0;
  stepClauses.clear();
  steps.clear();
  stepAt.clear();
  stepAtLimit = text.size() + 1;
  blocks.clear();
  premises.clear();
  introduced.clear();
  error.clear();

  Lines lines{text, 0, firstLine - 1};
  std::string_view next;
  errorLine = lines.number;
  while (lines.next(next)) {
    if (Words(next).empty())
      continue;
    errorLine = lines.number;
    if (!line(next))
      return false;
  }
  if (proved)
    return true;
  currentNumber = blocks.empty() ? 0 : blocks.back().number;
  return fail(blocks.empty() ? "'qed' is missing" : "'end' is missing");
}

bool Checker::line(std::string_view text) {
  Words words(text);
  std::string_view first = words.take();
  if (first.empty() || first[0] == '#')
    return true;
  currentNumber = blocks.empty() ? 0 : blocks.back().number;
  if (proved)
    return fail("text after 'qed'");
  if (first[0] >= '0' && first[0] <= '9')
    return stepLine(first, words);
  if (first == "fix")
    return fixLine(words);
  if (!blocks.empty() && blocks.back().mustFix)
    return fail("the case needs its 'fix' line");
  if (!blocks.empty())
    blocks.back().mayFix = false;
  if (first == "case")
    return caseLine(words);
  if (first == "member")
    return memberLine(words);
  if (first == "end")
    return endLine(words);
  if (first == "qed")
    return qedLine(words);
  return fail("expected a step, 'case', 'fix', 'member', 'end' or 'qed'");
}

//===--- Names ------------------------------------------------------------===//

Checker::NameInfo &Checker::info(Symbol name) {
  if (size_t(name) >= names.size())
    names.resize(std::max(size_t(name) + 1, names.size() * 2));
  return names[name];
}

bool Checker::freeName(Symbol name, Term &term) {
  term = name;
  const NameInfo &known = info(name);
  return known.constant || (known.file == file && known.inScope);
}

bool Checker::termInScope(std::string_view name, Term &term) {
  Symbol symbol = symbols.intern(name);
  return freeName(symbol, term) ||
         fail("unknown name " + symbols.quoted(symbol));
}

bool Checker::introduce(std::string_view name, Type type, Term &term) {
  if (!isName(name))
    return fail(quote(name) +
                " is no name");
  Symbol symbol = term = symbols.intern(name);
  NameInfo &known = info(symbol);
  if (known.constant || theory.definition(symbol) || known.file == file)
    return fail("name " + symbols.quoted(symbol) + " is not fresh");
  known = {file, true, false, type};
  introduced.push_back(symbol);
  return true;
}

//===--- Steps ------------------------------------------------------------===//

bool Checker::nothingMore(Words words) {
  return words.empty() ||
         fail("unexpected " + quote(words.peek()));
}

bool Checker::parseFormula(std::string_view text, Formula &f) {
  if (text == "false") {
    f = FormulaStore::falseFormula;
    return true;
  }
  Cursor cursor{text.data(), text.data() + text.size(), false};
  if (!parser.parse(cursor, *this, true, f))
    return fail("formula: " + parser.error);
  return cursor.at == cursor.end || fail("formula: text after its end");
}

bool Checker::wellTyped(Formula f) {
  PatternTypes types(theory, theory.types, *this);
  return types.infer(f) || fail("types clash");
}

bool Checker::stepsAllowed() {
  if (blocks.empty())
    return true;
  Block &block = blocks.back();
  if (block.mustFix)
    return fail("the case needs its 'fix' line");
  if (block.kind == BlockKind::Cases)
    return fail("expected 'case'");
  block.mayFix = false;
  return true;
}

bool Checker::stepLine(std::string_view first, Words words) {
  uint32_t number;
  if (!parseNumber(first, number))
    return fail(quote(first) +
                " is no step number");
  currentNumber = number;
  if (number <= lastNumber)
    return fail("step numbers must increase");
  lastNumber = number;
  if (!stepsAllowed())
    return false;
  ++stepsChecked;
  Formula f;
  std::string_view formula = words.take(), why = words.take();
  size_t depth = blocks.size();
  bool holds = why == "witness"
                   ? witnessReason(words, formula, f)
                   : parseFormula(formula, f) && reason(why, words, f);
  if (!holds)
    return false;
  if (blocks.size() == depth)
    addStep(number, f);
  return true;
}

bool Checker::reason(std::string_view word, Words words, Formula f) {
  if (word == "clause")
    return clauseReason(words, f);
  if (word == "premise")
    return premiseReason(words, f);
  if (word == "chain")
    return chainReason(words, f);
  if (word == "rewrite")
    return rewriteReason(words, f);
  if (word == "exists")
    return existsReason(words, f);
  if (word == "fold")
    return foldReason(words, f);
  if (word == "both")
    return bothReason(words, f);
  if (word == "absurd")
    return absurdReason(words, f);
  if (word == "show")
    return showReason(words, f);
  if (word == "induction")
    return inductionReason(words, f);
  if (word == "split")
    return splitReason(words, f);
  if (word == "cases")
    return casesReason(words, f);
  return fail("unknown reason " + quote(word));
}

void Checker::addStep(uint32_t number, Formula f) {
  if (number < stepAtLimit) {
    if (number >= stepAt.size())
      stepAt.resize(
          std::min(stepAtLimit,
                   std::max<size_t>(number + size_t(1), stepAt.size() * 2)),
          ~0u);
    stepAt[number] = uint32_t(steps.size());
  }
  steps.push_back({number, f, store.canonical(f)});
}

const Checker::Step *Checker::findStep(uint32_t number) const {
  if (number < stepAt.size()) {
    size_t at = stepAt[number];
    if (at < steps.size() && steps[at].number == number)
      return &steps[at];
    return nullptr;
  }
  auto it = std::lower_bound(
      steps.begin(), steps.end(), number,
      [](const Step &step, uint32_t n) { return step.number < n; });
  return it != steps.end() && it->number == number ? &*it : nullptr;
}

bool Checker::cite(std::string_view word, Step &step) {
  uint32_t number;
  if (!parseNumber(word, number))
    return fail("expected a step number, found " + quote(word));
  const Step *found = findStep(number);
  if (!found)
    return fail("step " + std::to_string(number) + " is not in scope");
  step = *found;
  return true;
}

bool Checker::citeAll(Words words, bool needsFrom) {
  cited.clear();
  if (needsFrom && words.empty())
    return true;
  if (needsFrom && words.take() != "from")
    return fail("expected 'from'");
  if (needsFrom && words.empty())
    return fail("expected a step number");
  while (!words.empty())
    if (!cite(words.take(), cited.emplace_back()))
      return false;
  return true;
}

/// Whether a step that states this can be cited where the pattern, with
/// `terms`, is expected.
bool Checker::counts(Formula stated, Formula pattern) const {
  if (store.matches(pattern, terms, stated))
    return true;
  if (!store.is(stated, Kind::Conjunction))
    return false;
  for (int32_t part : store.words(stated)) {
    bool inner = store.is(part, Kind::Conjunction);
    if (inner ? counts(part, pattern) : store.matches(pattern, terms, part))
      return true;
  }
  return false;
}

//===--- Blocks -----------------------------------------------------------===//

Checker::Block &Checker::open(BlockKind kind, uint32_t number, Formula f) {
  Block &block = blocks.emplace_back();
  block.kind = kind;
  block.number = number;
  block.named = f;
  block.steps = steps.size();
  block.premises = premises.size();
  block.introduced = introduced.size();
  return block;
}

void Checker::leave() {
  const Block &block = blocks.back();
  while (introduced.size() > block.introduced) {
    names[introduced.back()].inScope = false;
    introduced.pop_back();
  }
  steps.resize(block.steps);
  premises.resize(block.premises);
  blocks.pop_back();
}

void Checker::addPremise(Symbol predicate,
                         std::initializer_list<Term> arguments) {
  std::vector<int32_t> words{predicate};
  words.insert(words.end(), arguments);
  premises.push_back(store.make(Kind::Atom, words));
}

void Checker::addApplication(const Constructor &constructor,
                             const std::vector<Term> &inputs, Term output) {
  std::string name = "in" + std::to_string(inputs.size() + 1);
  std::vector<int32_t> words{symbols.intern(name)};
  words.insert(words.end(), inputs.begin(), inputs.end());
  words.push_back(output);
  words.push_back(constructor.name);
  premises.push_back(store.make(Kind::Atom, words));
}

/// The formula of an induction for a smaller member: `term` for the variable,
/// the others as they are.
Formula Checker::hypothesis(Formula f, size_t variable, Term term) {
  size_t own = store.variables(f).size();
  if (variable < own)
    return store.dropVariable(f, variable, term);
  Formula right = hypothesis(store.right(f), variable - own, term);
  std::vector<int32_t> words(store.words(f).begin(), store.words(f).end());
  words[1] = int32_t(right);
  return store.make(Kind::Implication, words);
}

bool Checker::memberLine(Words words) {
  if (blocks.empty() || blocks.back().kind != BlockKind::Cases ||
      !blocks.back().induction || blocks.back().next != 0)
    return fail("'member' stands before the first case of an induction");
  const Block cases = blocks.back();
  if (words.take() != "fix")
    return fail("expected 'fix'");
  Block &block = open(BlockKind::Member, cases.number, cases.named);
  const Clause &clause = *cases.clause;
  terms.assign(clause.patterns(), noTerm);
  if (!bindNames(words, clause, ~size_t(0)))
    return false;
  addPremise(SymbolTable::in, {terms[cases.variable], cases.form->set});
  block.goal = premises.back();
  premises.pop_back();
  for (Formula premise : clause.premises)
    premises.push_back(store.replacePatterns(premise, terms));
  return true;
}

/// `a=a1 b=b1 ..`: fresh names for all variables of the clause but `except`.
bool Checker::bindNames(Words words, const Clause &clause, size_t except) {
  while (!words.empty()) {
    std::string_view name;
    size_t variable;
    if (!splitPair(words.take(), clause.variables, variable, name))
      return false;
    if (variable == except || terms[variable] != noTerm)
      return fail("variable " + symbols.quoted(clause.variables[variable]) +
                  " has a term already");
    if (!introduce(name, clause.types[variable], terms[variable]))
      return false;
  }
  for (size_t i = 0; i < clause.variables.size(); ++i)
    if (i != except && terms[i] == noTerm)
      return fail("variable " + symbols.quoted(clause.variables[i]) +
                  " has no name");
  return true;
}

bool Checker::caseLine(Words words) {
  if (blocks.empty() || blocks.back().kind != BlockKind::Cases)
    return fail("'case' stands outside an induction or split");
  if (!blocks.back().form)
    return conditionCase(words);
  if (blocks.back().memberNeeded)
    return fail("nothing says that the variable is a member of " +
                symbols.quoted(blocks.back().form->set));
  const Block cases = blocks.back();
  const Constructor &constructor = cases.form->constructors[cases.next];
  std::string_view name = words.take();
  if (name != symbols.text(constructor.name))
    return fail("expected the case " + symbols.quoted(constructor.name));
  open(BlockKind::Case, cases.number, cases.named);
  Type type = theory.types.first(info(constructor.name).type);
  std::vector<Term> inputs(constructor.inputs);
  for (Term &input : inputs) {
    if (!introduce(words.take(), theory.types.first(type), input))
      return false;
    type = theory.types.second(type);
  }
  Term output = cases.induction ? constructor.name : cases.subject;
  if (cases.induction && constructor.inputs &&
      !introduce(words.take(), type, output))
    return false;
  if (!nothingMore(words))
    return false;
  Block &block = blocks.back();
  block.inputs = std::move(inputs);
  block.output = output;
  block.mayFix = cases.induction;
  block.mustFix = cases.induction && cases.clause->variables.size() > 1;
  addCasePremises(cases, constructor);
  return block.mustFix || !cases.induction || startInductionCase(Words(""));
}

/// `case A`, then `case !A`.
bool Checker::conditionCase(Words words) {
  const Block cases = blocks.back();
  const Formula expected =
      cases.next == 0 ? cases.condition : store.negate(cases.condition);
  Formula f;
  if (!parseFormula(words.take(), f) || !nothingMore(words))
    return false;
  if (store.canonical(f) != expected)
    return fail(cases.next == 0 ? "expected the case of the condition"
                                : "expected the case of its negation");
  open(BlockKind::Case, cases.number, cases.named);
  premises.push_back(expected);
  blocks.back().goal = store.canonical(cases.named);
  return true;
}

/// The premises that the case has in a split and an induction alike.
void Checker::addCasePremises(const Block &cases,
                              const Constructor &constructor) {
  const std::vector<Term> inputs = blocks.back().inputs;
  Term output = blocks.back().output;
  if (constructor.inputs)
    addApplication(constructor, inputs, output);
  else if (!cases.induction)
    addPremise(SymbolTable::equals, {output, constructor.name});
  if (cases.induction)
    addPremise(SymbolTable::in, {output, cases.form->set});
  for (size_t i = 0; i < inputs.size(); ++i)
    for (Symbol set : constructor.inputSets[i])
      addPremise(SymbolTable::in, {inputs[i], set});
  blocks.back().goal = store.canonical(cases.named);
}

bool Checker::fixLine(Words words) {
  if (blocks.empty() || !blocks.back().mayFix)
    return fail("'fix' stands elsewhere than after the 'case' of an induction");
  if (!blocks.back().mustFix) {
    blocks.back().mayFix = false;
    return nothingMore(words);
  }
  return startInductionCase(words);
}

/// The premises that need names for the other variables, and the goal.
bool Checker::startInductionCase(Words words) {
  const Block cases = blocks[blocks.size() - 2];
  const Clause &clause = *cases.clause;
  const Constructor &constructor = cases.form->constructors[cases.next];
  terms.assign(clause.patterns(), noTerm);
  terms[cases.variable] = blocks.back().output;
  if (!bindNames(words, clause, cases.variable))
    return false;
  for (Formula premise : clause.premises)
    premises.push_back(store.replacePatterns(premise, terms));
  for (size_t i = 0; i < constructor.inputs; ++i) {
    const std::vector<Symbol> &sets = constructor.inputSets[i];
    if (std::find(sets.begin(), sets.end(), cases.form->set) != sets.end())
      premises.push_back(store.canonical(hypothesis(
          cases.named, cases.variable, blocks.back().inputs[i])));
  }
  Block &block = blocks.back();
  block.goal = store.replacePatterns(clause.head, terms);
  block.mustFix = false;
  return true;
}

bool Checker::endLine(Words words) {
  if (blocks.empty() || blocks.back().kind == BlockKind::Cases)
    return fail("'end' closes nothing");
  const Block block = blocks.back();
  Step last;
  if (!cite(words.take(), last) || !nothingMore(words))
    return false;
  terms.clear();
  bool absurd = block.kind != BlockKind::Member &&
                last.canonical == FormulaStore::falseFormula;
  if (!absurd && !counts(last.canonical, block.goal))
    return fail("step " + std::to_string(last.number) + " is not the goal");
  leave();
  if (block.kind == BlockKind::Show) {
    addStep(block.number, block.named);
    return true;
  }
  Block &cases = blocks.back();
  if (block.kind == BlockKind::Member) {
    cases.memberNeeded = false;
    return true;
  }
  if (++cases.next < (cases.form ? cases.form->constructors.size() : 2))
    return true;
  blocks.pop_back();
  addStep(block.number, block.named);
  return true;
}

bool Checker::qedLine(Words words) {
  if (!blocks.empty())
    return fail("'end' is missing before 'qed'");
  Step last;
  if (!cite(words.take(), last) || !nothingMore(words))
    return false;
  currentNumber = last.number;
  if (last.canonical != store.canonical(theorem.statement))
    return fail("the formula is not the theorem");
  proved = true;
  return true;
}
