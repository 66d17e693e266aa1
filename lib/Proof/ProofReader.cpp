//===- ProofReader.cpp - From the lines of a proof to its tree ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One pass over the lines, with what is in scope as a stack. Everything that a
// proof leaves implicit is worked out here, so that no exporter has to: which
// names and premises a block brings, the clause that a path reaches with its
// terms in order, and the types of what is introduced. What is implicit and
// wrong is an error; a formula that does not follow is passed on as it is.
//
//===----------------------------------------------------------------------===//

#include "ProofReader.h"

#include <algorithm>

namespace mplc::proof {

static constexpr std::pair<std::string_view, Reason> reasons[] = {
    {"premise", Reason::Premise},     {"clause", Reason::Clause},
    {"witness", Reason::Witness},     {"exists", Reason::Exists},
    {"fold", Reason::Fold},           {"both", Reason::Both},
    {"chain", Reason::Chain},         {"rewrite", Reason::Rewrite},
    {"absurd", Reason::Absurd},       {"show", Reason::Show},
    {"induction", Reason::Induction}, {"split", Reason::Split},
    {"cases", Reason::Cases},
};

std::string_view wordOf(Reason reason) {
  for (const auto &[word, value] : reasons)
    if (value == reason)
      return word;
  return {};
}

Renaming ClauseUse::renaming() const {
  Renaming result;
  for (size_t i = 0; i < parameters.size(); ++i)
    result["@" + clause.parameters[i].name] = parameters[i];
  for (size_t i = 0; i < terms.size(); ++i)
    result[clause.variables[i].name] = terms[i];
  for (size_t i = 0; i < names.size(); ++i)
    result["?" + clause.witnesses[i].name] = names[i];
  return result;
}

ProofReader::ProofReader(const Theory &theory,
                         const std::map<std::string, FormulaRef> &statements,
                         std::string_view text, Theorem &theorem,
                         std::string &error)
    : theory(theory), statements(statements), text(text), theorem(theorem),
      error(error) {
  for (const Definition &definition : theory.definitions) {
    auto &slots = parameterTypes[definition.name];
    for (const Variable &parameter : definition.parameters)
      slots.push_back(parameter.type);
  }
}

bool ProofReader::run() {
  if (!header())
    return false;
  theorem.proof.kind = Block::Kind::Proof;
  theorem.proof.goal = theorem.statement;
  if (!body(theorem.proof))
    return false;
  return !nextLine() || fail("text after 'qed'");
}

bool ProofReader::fail(const std::string &message) {
  if (error.empty())
    error = "line " + std::to_string(lineNumber) + ": " + message;
  return false;
}

//===--- Lines ----------------------------------------------------------===//

/// Makes `words` the next line that has any; false at the end.
bool ProofReader::nextLine() {
  while (offset < text.size()) {
    const size_t end = std::min(text.find('\n', offset), text.size());
    words = Words(text.substr(offset, end - offset));
    offset = end + 1;
    ++lineNumber;
    if (!words.empty() && words.peek()[0] != '#')
      return true;
  }
  words = Words("");
  return false;
}

bool ProofReader::header() {
  if (!nextLine() || words.take() != "mpl-proof" || words.take() != "1" ||
      !words.empty())
    return fail("expected 'mpl-proof 1'");
  if (!nextLine() || words.take() != "theory" || words.take() != theory.name ||
      !words.empty())
    return fail("expected 'theory " + theory.name + "'");
  if (!nextLine() || words.take() != "theorem")
    return fail("expected 'theorem'");
  theorem.name = words.take();
  auto stated = statements.find(theorem.name);
  if (theorem.name.empty() || !formula(words.take(), theorem.statement))
    return fail("expected a theorem and its statement");
  const bool isFalse = theorem.statement->kind == Formula::Kind::False;
  if (isFalse != (theorem.name == "contradiction"))
    return fail("the theorem 'contradiction', and no other, is false");
  if (!isFalse && stated != statements.end() &&
      !sameFormula(stated->second, theorem.statement))
    return fail("the statement is not that of the theory file");
  if (!words.empty())
    return fail("text after the statement");
  size_t before = offset, lineBefore = lineNumber;
  if (nextLine() && words.peek() == "refutes") {
    words.take();
    theorem.refutes = words.take();
    FormulaRef refuted;
    if (theorem.refutes.empty() || !formula(words.take(), refuted) || !words.empty())
      return fail("expected the name of a statement and the statement");
    before = offset;
    lineBefore = lineNumber;
    nextLine();
  } else if (!isFalse && stated == statements.end()) {
    lineNumber = lineBefore; // The theory file states no negations.
    return fail("'" + theorem.name + "' is no theorem of the theory file");
  }
  if (words.peek() == "uses") {
    words.take();
    while (!words.empty())
      theorem.uses.push_back(words.take());
    return !theorem.uses.empty() || fail("'uses' lists no theorem");
  }
  offset = before;
  lineNumber = lineBefore;
  return true;
}

//===--- Names and formulas ---------------------------------------------===//

bool ProofReader::isKnown(const std::string &name) const {
  return names.count(name) || theory.typeOf(name);
}

bool ProofReader::introduce(const std::string &name, const TypeRef &type,
                            std::vector<Variable> &into) {
  if (name.empty() || name.find_first_of("()[],!\"") != name.npos)
    return fail("expected a name");
  if (theory.typeOf(name) || theory.definition(name) ||
      !everIntroduced.insert(name).second)
    return fail("name '" + name + "' is not fresh");
  names[name] = type;
  introduced.push_back(name);
  into.push_back({name, type});
  return true;
}

bool ProofReader::term(const std::string &name) {
  return isKnown(name) || fail("unknown name '" + name + "'");
}

bool ProofReader::formula(const std::string &word, FormulaRef &result) {
  if (word == "false") {
    result = Formula::falsity();
    return true;
  }
  Scanner scanner(word);
  result = scanner.formula();
  if (!result || !scanner.atEnd())
    return fail("formula: " +
                (scanner.error.empty() ? "text after its end" : scanner.error));
  std::map<std::string, std::vector<Unifier::Slot>> parameters;
  std::map<std::string, Unifier::Slot> slots;
  TypeInference *own = nullptr;
  TypeInference inference(
      [&](const std::string &name) -> std::optional<Unifier::Slot> {
        if (auto it = slots.find(name); it != slots.end())
          return it->second;
        TypeRef type = theory.typeOf(name);
        if (auto it = names.find(name); !type && it != names.end())
          type = it->second;
        if (!type)
          return std::nullopt;
        return slots[name] = own->unifier.known(type);
      },
      [&](const std::string &name) -> const std::vector<Unifier::Slot> * {
        auto types = parameterTypes.find(name);
        if (types == parameterTypes.end())
          return nullptr;
        auto [it, isNew] = parameters.try_emplace(name);
        if (isNew)
          for (const TypeRef &type : types->second)
            it->second.push_back(own->unifier.known(type));
        return &it->second;
      });
  own = &inference;
  return (inference.add(result) && inference.finish()) ||
         fail("formula: " + inference.error);
}

//===--- Citations ------------------------------------------------------===//

bool ProofReader::number(const std::string &word, StepNumber &value) {
  uint64_t n = 0;
  for (char c : word) {
    n = c >= '0' && c <= '9' && n < 1ull << 32 ? n * 10 + uint64_t(c - '0')
                                               : 1ull << 33;
  }
  if (word.empty() || word[0] == '0' || n >= 1ull << 32)
    return fail("expected a step number, found '" + word + "'");
  value = StepNumber(n);
  return true;
}

bool ProofReader::cite(const std::string &word, StepNumber &step) {
  if (!number(word, step))
    return false;
  return inScope.count(step) ||
         fail("step " + std::to_string(step) + " is not in scope");
}

bool ProofReader::citeAll(std::vector<StepNumber> &steps) {
  while (!words.empty())
    if (!cite(words.take(), steps.emplace_back()))
      return false;
  return true;
}

bool ProofReader::citeFrom(std::vector<StepNumber> &steps) {
  if (words.empty())
    return true;
  if (words.take() != "from" || words.empty())
    return fail("expected 'from' and steps");
  return citeAll(steps);
}

FormulaRef ProofReader::formulaOf(StepNumber step) const {
  return theorem.formulas.at(step);
}

/// `x=t`, with x one of the variables.
bool ProofReader::pair(const std::vector<Variable> &variables, size_t &variable,
                       std::string &value) {
  const std::string word = words.take();
  const size_t sign = word.find('=', 1);
  if (word.empty() || sign == word.npos)
    return fail("expected a variable and its term, found '" + word + "'");
  const std::string name = word.substr(0, sign);
  auto it = std::find_if(variables.begin(), variables.end(),
                         [&](const Variable &v) { return v.name == name; });
  if (it == variables.end())
    return fail("there is no variable '" + name + "'");
  variable = size_t(it - variables.begin());
  value = word.substr(sign + 1);
  return true;
}

bool ProofReader::substitution(const std::vector<Variable> &variables,
                               std::vector<std::string> &terms) {
  terms.assign(variables.size(), "");
  while (!words.empty() && words.peek() != "from" && words.peek() != "new") {
    size_t variable;
    std::string value;
    if (!pair(variables, variable, value) || !term(value))
      return false;
    if (!terms[variable].empty())
      return fail("variable '" + variables[variable].name + "' has two terms");
    terms[variable] = value;
  }
  for (size_t i = 0; i < terms.size(); ++i)
    if (terms[i].empty())
      return fail("variable '" + variables[i].name + "' has no term");
  return true;
}

//===--- Clauses --------------------------------------------------------===//

bool ProofReader::findRoot(ClauseUse &use, FormulaRef &root,
                           const Definition *&definition) {
  const std::string word = words.take();
  definition = nullptr;
  if (word.starts_with("@")) {
    use.root = ClauseUse::Root::Step;
    if (!cite(word.substr(1), use.number))
      return false;
    root = formulaOf(use.number);
    return true;
  }
  if (word.starts_with("fact:")) {
    use.root = ClauseUse::Root::Fact;
    if (word != "fact:0" && !number(word.substr(5), use.number))
      return false;
    if (use.number >= theory.facts.size())
      return fail("there is no fact " + word.substr(5));
    root = theory.facts[use.number];
    return true;
  }
  use.name = word;
  if (word == theory.name) {
    use.root = ClauseUse::Root::Axioms;
    root = theory.axioms;
    return true;
  }
  if ((definition = theory.definition(word))) {
    use.root = ClauseUse::Root::Definition;
    root = definition->body;
    return true;
  }
  use.root = ClauseUse::Root::Theorem;
  auto it = statements.find(word);
  if (it == statements.end() ||
      std::find(theorem.uses.begin(), theorem.uses.end(), word) ==
          theorem.uses.end())
    return fail("'" + word +
                "' is no theory, definition or theorem that "
                "'uses' lists");
  root = it->second;
  return true;
}

/// The terms for the parameters of a definition: those of its atom in the
/// first cited step; of several atoms, of the first that makes the head what
/// is stated.
bool ProofReader::parameters(Step &step) {
  ClauseUse &use = step.use;
  bool isFound = false;
  for (const FormulaRef &part : flatten(formulaOf(step.cites[0]))) {
    if (part->kind != Formula::Kind::Atom || part->predicate != use.name)
      continue;
    ClauseUse other = use;
    other.parameters = part->arguments;
    const bool fits = states(other, step);
    if (fits || !isFound)
      use.parameters = part->arguments;
    if (fits)
      return true;
    isFound = true;
  }
  return isFound || fail("step " + std::to_string(step.cites[0]) +
                         " does not state '" + use.name + "'");
}

/// Whether the step states what the clause says under these terms.
bool ProofReader::states(const ClauseUse &use, const Step &step) {
  const Renaming terms = use.renaming();
  if (step.reason == Reason::Clause)
    return sameFormula(substitute(use.clause.head, terms), step.formula);
  const std::vector<FormulaRef> parts = flatten(step.formula);
  if (parts.size() != use.clause.parts.size())
    return false;
  for (size_t i = 0; i < parts.size(); ++i)
    if (!sameFormula(substitute(use.clause.parts[i], terms), parts[i]))
      return false;
  return true;
}

bool ProofReader::clauseReason(Step &step, const std::string &stated) {
  FormulaRef root;
  const Definition *definition;
  if (!findRoot(step.use, root, definition))
    return false;
  step.use.path = words.take();
  std::optional<Clause> clause =
      clauseAt(theory, root, definition, step.use.path);
  if (!clause)
    return fail("there is no path '" + step.use.path + "'");
  step.use.clause = std::move(*clause);
  if (!substitution(step.use.clause.variables, step.use.terms))
    return false;
  const bool isWitness = step.reason == Reason::Witness;
  if (isWitness && !witnesses(step.use))
    return false;
  if (!citeFrom(step.cites))
    return false;
  const size_t wanted = step.use.clause.premises.size() + (definition ? 1 : 0);
  if (step.cites.size() != wanted)
    return fail("expected " + std::to_string(wanted) + " cited steps, found " +
                std::to_string(step.cites.size()));
  return formula(stated, step.formula) && (!definition || parameters(step));
}

bool ProofReader::witnesses(ClauseUse &use) {
  if (use.clause.head->kind != Formula::Kind::Exists)
    return fail("the head is no existential");
  const std::vector<Variable> &variables = use.clause.witnesses;
  use.names.assign(variables.size(), "");
  if (words.peek() == "new")
    words.take();
  std::vector<Variable> fresh;
  while (!words.empty() && words.peek() != "from") {
    size_t variable;
    std::string name;
    if (!pair(variables, variable, name))
      return false;
    if (!use.names[variable].empty())
      return fail("variable '" + variables[variable].name + "' has two names");
    if (!introduce(name, variables[variable].type, fresh))
      return false;
    use.names[variable] = name;
  }
  for (size_t i = 0; i < variables.size(); ++i)
    if (use.names[i].empty())
      return fail("variable '" + variables[i].name + "' has no name");
  return true;
}

//===--- Steps ----------------------------------------------------------===//

bool ProofReader::step(Block &block, const std::string &first) {
  Step &step = block.steps.emplace_back();
  if (!number(first, step.number))
    return false;
  if (step.number <= lastNumber)
    return fail("step numbers must increase");
  lastNumber = step.number;
  const std::string stated = words.take(), word = words.take();
  auto found = std::find_if(std::begin(reasons), std::end(reasons),
                            [&](const auto &r) { return r.first == word; });
  if (found == std::end(reasons))
    return fail("unknown reason '" + word + "'");
  step.reason = found->second;
  if (step.reason == Reason::Clause || step.reason == Reason::Witness) {
    if (!clauseReason(step, stated))
      return false;
  } else if (!formula(stated, step.formula) || !reason(step)) {
    return false;
  }
  if (!words.empty())
    return fail("unexpected '" + words.peek() + "'");
  theorem.formulas[step.number] = step.formula;
  if (step.reason == Reason::Show || step.reason == Reason::Induction ||
      step.reason == Reason::Split || step.reason == Reason::Cases)
    if (!blocks(step))
      return false;
  visible.push_back(step.number);
  inScope.insert(step.number);
  return true;
}

bool ProofReader::reason(Step &step) {
  switch (step.reason) {
  case Reason::Exists: {
    if (step.formula->kind != Formula::Kind::Exists)
      return fail("the formula is no existential");
    return substitution(step.formula->variables, step.terms) &&
           citeFrom(step.cites);
  }
  case Reason::Fold:
    step.definition = words.take();
    if (!theory.definition(step.definition))
      return fail("'" + step.definition + "' is no definition");
    if (step.formula->predicate != step.definition)
      return fail("the formula is no atom of the definition");
    return citeFrom(step.cites);
  case Reason::Both:
    if (step.formula->kind != Formula::Kind::Conjunction)
      return fail("the formula is no conjunction");
    return citeAll(step.cites);
  case Reason::Chain:
    if (!step.formula->isEquality())
      return fail("the formula is no equality");
    return citeAll(step.cites);
  case Reason::Rewrite:
    if (!cite(words.take(), step.rewritten))
      return false;
    if (words.take() != "by")
      return fail("expected 'by'");
    return citeAll(step.cites);
  case Reason::Absurd:
    return cite(words.take(), step.cites.emplace_back());
  case Reason::Split: {
    step.subject = words.take();
    return term(step.subject) && induction(step, words.take()) &&
           citeFrom(step.cites) &&
           (step.cites.size() == 1 ||
            fail("expected one step that states a membership"));
  }
  case Reason::Cases:
    if (!formula(words.take(), step.condition))
      return false;
    return step.condition->kind != Formula::Kind::False ||
           fail("'false' is no condition");
  case Reason::Induction: {
    if (step.formula->kind != Formula::Kind::Implication)
      return fail("the formula is no implication");
    const std::string variable = words.take();
    const Clause clause = wholeClause(theory, step.formula);
    auto it =
        std::find_if(clause.variables.begin(), clause.variables.end(),
                     [&](const Variable &v) { return v.name == variable; });
    if (it == clause.variables.end())
      return fail("there is no variable '" + variable + "'");
    step.variable = size_t(it - clause.variables.begin());
    return induction(step, words.take());
  }
  case Reason::Show:
    if (step.formula->kind != Formula::Kind::Implication &&
        step.formula->kind != Formula::Kind::Negation)
      if (step.formula->kind != Formula::Kind::Exists)
        return fail("the formula is no implication or negation");
    showNames.clear();
    if (!words.empty() && words.take() != "fix")
      return fail("expected 'fix'");
    while (!words.empty())
      showNames.push_back(words.take());
    return true;
  default:
    return true;
  }
}

bool ProofReader::induction(Step &step, const std::string &set) {
  step.form = theory.induction(set);
  return step.form || fail("there is no induction form for '" + set + "'");
}

//===--- Proofs -----------------------------------------------------------===//

bool readProof(const Theory &theory,
               const std::map<std::string, FormulaRef> &statements,
               std::string_view text, Theorem &theorem, std::string &error) {
  error.clear();
  return ProofReader(theory, statements, text, theorem, error).run();
}

bool readHeader(const Theory &theory,
                const std::map<std::string, FormulaRef> &statements,
                std::string_view text, Theorem &theorem, std::string &error) {
  error.clear();
  return ProofReader(theory, statements, text, theorem, error).runHeader();
}

} // namespace mplc::proof
