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

#include "Reader.h"

#include "mplc/Proof/Proof.h"

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

namespace {

/// The words of a line.
class Words {
public:
  explicit Words(std::string_view line) {
    while (true) {
      const size_t start = line.find_first_not_of(" \t");
      if (start == line.npos)
        return;
      line.remove_prefix(start);
      const size_t end = std::min(line.find_first_of(" \t"), line.size());
      words.emplace_back(line.substr(0, end));
      line.remove_prefix(end);
    }
  }
  bool empty() const { return next == words.size(); }
  std::string peek() const { return empty() ? "" : words[next]; }
  std::string take() { return empty() ? "" : words[next++]; }

private:
  std::vector<std::string> words;
  size_t next = 0;
};

} // namespace

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

namespace {

class ProofReader {
public:
  ProofReader(const Theory &theory,
              const std::map<std::string, FormulaRef> &statements,
              std::string_view text, Theorem &theorem, std::string &error)
      : theory(theory), statements(statements), text(text), theorem(theorem),
        error(error) {
    for (const Definition &definition : theory.definitions) {
      auto &slots = parameterTypes[definition.name];
      for (const Variable &parameter : definition.parameters)
        slots.push_back(parameter.type);
    }
  }

  bool runHeader() { return header(); }

  bool run() {
    if (!header())
      return false;
    theorem.proof.kind = Block::Kind::Proof;
    theorem.proof.goal = theorem.statement;
    if (!body(theorem.proof))
      return false;
    return !nextLine() || fail("text after 'qed'");
  }

private:
  bool fail(const std::string &message) {
    if (error.empty())
      error = "line " + std::to_string(lineNumber) + ": " + message;
    return false;
  }

  //===--- Lines ----------------------------------------------------------===//

  /// Makes `words` the next line that has any; false at the end.
  bool nextLine() {
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

  bool header() {
    if (!nextLine() || words.take() != "mpl-proof" || words.take() != "1" ||
        !words.empty())
      return fail("expected 'mpl-proof 1'");
    if (!nextLine() || words.take() != "theory" ||
        words.take() != theory.name || !words.empty())
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
    if (!isFalse && stated == statements.end())
      return fail("'" + theorem.name + "' is no theorem of the theory file");
    if (!isFalse && !sameFormula(stated->second, theorem.statement))
      return fail("the statement is not that of the theory file");
    if (!words.empty())
      return fail("text after the statement");
    const size_t before = offset, lineBefore = lineNumber;
    if (nextLine() && words.peek() == "uses") {
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

  bool isKnown(const std::string &name) const {
    return names.count(name) || theory.typeOf(name);
  }

  bool introduce(const std::string &name, const TypeRef &type,
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

  bool term(const std::string &name) {
    return isKnown(name) || fail("unknown name '" + name + "'");
  }

  bool formula(const std::string &word, FormulaRef &result) {
    if (word == "false") {
      result = Formula::falsity();
      return true;
    }
    Scanner scanner(word);
    result = scanner.formula();
    if (!result || !scanner.atEnd())
      return fail("formula: " + (scanner.error.empty() ? "text after its end"
                                                       : scanner.error));
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

  bool number(const std::string &word, StepNumber &value) {
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

  bool cite(const std::string &word, StepNumber &step) {
    if (!number(word, step))
      return false;
    return inScope.count(step) ||
           fail("step " + std::to_string(step) + " is not in scope");
  }

  bool citeAll(std::vector<StepNumber> &steps) {
    while (!words.empty())
      if (!cite(words.take(), steps.emplace_back()))
        return false;
    return true;
  }

  bool citeFrom(std::vector<StepNumber> &steps) {
    if (words.empty())
      return true;
    if (words.take() != "from" || words.empty())
      return fail("expected 'from' and steps");
    return citeAll(steps);
  }

  FormulaRef formulaOf(StepNumber step) const {
    return theorem.formulas.at(step);
  }

  /// `x=t`, with x one of the variables.
  bool pair(const std::vector<Variable> &variables, size_t &variable,
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

  bool substitution(const std::vector<Variable> &variables,
                    std::vector<std::string> &terms) {
    terms.assign(variables.size(), "");
    while (!words.empty() && words.peek() != "from" && words.peek() != "new") {
      size_t variable;
      std::string value;
      if (!pair(variables, variable, value) || !term(value))
        return false;
      if (!terms[variable].empty())
        return fail("variable '" + variables[variable].name +
                    "' has two terms");
      terms[variable] = value;
    }
    for (size_t i = 0; i < terms.size(); ++i)
      if (terms[i].empty())
        return fail("variable '" + variables[i].name + "' has no term");
    return true;
  }

  //===--- Clauses --------------------------------------------------------===//

  bool findRoot(ClauseUse &use, FormulaRef &root,
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
  bool parameters(Step &step) {
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
  static bool states(const ClauseUse &use, const Step &step) {
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

  bool clauseReason(Step &step, const std::string &stated) {
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
    const size_t wanted =
        step.use.clause.premises.size() + (definition ? 1 : 0);
    if (step.cites.size() != wanted)
      return fail("expected " + std::to_string(wanted) +
                  " cited steps, found " + std::to_string(step.cites.size()));
    return formula(stated, step.formula) && (!definition || parameters(step));
  }

  bool witnesses(ClauseUse &use) {
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
        return fail("variable '" + variables[variable].name +
                    "' has two names");
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

  bool step(Block &block, const std::string &first) {
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

  bool reason(Step &step) {
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

  bool induction(Step &step, const std::string &set) {
    step.form = theory.induction(set);
    return step.form || fail("there is no induction form for '" + set + "'");
  }

  //===--- Blocks ---------------------------------------------------------===//

  static void give(Block &block, Premise::Kind kind, FormulaRef formula) {
    block.premises.push_back({kind, std::move(formula)});
  }

  static FormulaRef memberOf(const std::string &name, const std::string &set) {
    return Formula::atom("in", {name, set});
  }

  /// The terms of the variables of a clause, which are in `block.terms`.
  static Renaming termsOf(const Block &block, const Clause &clause) {
    Renaming terms;
    for (size_t i = 0; i < clause.variables.size(); ++i)
      terms[clause.variables[i].name] = block.terms[i].name;
    return terms;
  }

  static void givePremises(Block &block, const Clause &clause) {
    const Renaming terms = termsOf(block, clause);
    for (const FormulaRef &premise : clause.premises)
      give(block, Premise::Kind::Given, substitute(premise, terms));
  }

  /// `case A`, then `case !A`.
  bool conditionCases(Step &step) {
    for (const FormulaRef &side : {step.condition, negate(step.condition)}) {
      FormulaRef stated;
      if (!nextLine() || words.take() != "case" ||
          !formula(words.take(), stated) || !sameFormula(stated, side))
        return fail("expected the case '" + toString(side) + "'");
      if (!words.empty())
        return fail("unexpected '" + words.peek() + "'");
      Block &block = step.blocks.emplace_back();
      block.kind = Block::Kind::Case;
      give(block, Premise::Kind::Condition, side);
      block.goal = step.formula;
      if (!body(block))
        return false;
    }
    return true;
  }

  bool blocks(Step &step) {
    if (step.reason == Reason::Cases)
      return conditionCases(step);
    const Clause clause = wholeClause(theory, step.formula);
    if (step.reason == Reason::Show) {
      // The names stood on the line of the step.
      Block &block = step.blocks.emplace_back();
      block.kind = Block::Kind::Show;
      const size_t outer = introduced.size();
      if (showNames.size() != clause.variables.size())
        return fail("expected " + std::to_string(clause.variables.size()) +
                    " names");
      for (size_t i = 0; i < clause.variables.size(); ++i)
        if (!introduce(showNames[i], clause.variables[i].type, block.terms))
          return false;
      givePremises(block, clause);
      block.goal = substitute(clause.head, termsOf(block, clause));
      return body(block) && leave(outer);
    }
    if (step.reason == Reason::Induction && !member(step, clause))
      return false;
    for (const Constructor &constructor : step.form->constructors)
      if (!caseBlock(step, clause, constructor))
        return false;
    return true;
  }

  bool member(Step &step, const Clause &clause) {
    const size_t before = offset, lineBefore = lineNumber;
    if (!nextLine() || words.peek() != "member") {
      const FormulaRef wanted =
          memberOf(clause.variables[step.variable].name, step.form->set);
      for (const FormulaRef &premise : clause.premises) {
        if (!sameFormula(premise, wanted))
          continue;
        offset = before;
        lineNumber = lineBefore;
        return true;
      }
      return fail("nothing says that the variable is a member of '" +
                  step.form->set + "'");
    }
    words.take();
    Block &block = step.blocks.emplace_back();
    block.kind = Block::Kind::Member;
    const size_t outer = introduced.size();
    if (words.take() != "fix")
      return fail("expected 'fix'");
    if (!fix(block, clause, clause.variables.size()))
      return false;
    givePremises(block, clause);
    block.goal = memberOf(block.terms[step.variable].name, step.form->set);
    return body(block) && leave(outer);
  }

  /// `a=a1 b=b1 ..` for all variables of the clause but number `except`.
  bool fix(Block &block, const Clause &clause, size_t except) {
    block.terms.resize(clause.variables.size());
    std::vector<Variable> fresh;
    while (!words.empty()) {
      size_t variable;
      std::string name;
      if (!pair(clause.variables, variable, name))
        return false;
      if (variable == except || !block.terms[variable].name.empty())
        return fail("variable '" + clause.variables[variable].name +
                    "' has a term already");
      if (!introduce(name, clause.variables[variable].type, fresh))
        return false;
      block.terms[variable] = fresh.back();
    }
    for (size_t i = 0; i < block.terms.size(); ++i)
      if (i != except && block.terms[i].name.empty())
        return fail("variable '" + clause.variables[i].name + "' has no name");
    return true;
  }

  bool caseBlock(Step &step, const Clause &clause,
                 const Constructor &constructor) {
    const bool isInduction = step.reason == Reason::Induction;
    if (!nextLine() || words.take() != "case" ||
        words.take() != constructor.name)
      return fail("expected the case '" + constructor.name + "'");
    Block &block = step.blocks.emplace_back();
    block.kind = Block::Kind::Case;
    block.constructor = &constructor;
    const size_t outer = introduced.size();
    for (const TypeRef &type : constructor.inputs)
      if (!introduce(words.take(), type, block.inputs))
        return false;
    block.output = isInduction ? constructor.name : step.subject;
    if (isInduction && !constructor.isConstant()) {
      std::vector<Variable> output;
      if (!introduce(words.take(), constructor.output, output))
        return false;
      block.output = output[0].name;
    }
    if (!words.empty())
      return fail("unexpected '" + words.peek() + "'");
    casePremises(step, block);
    block.goal = step.formula;
    if (isInduction && !inductionCase(step, clause, block))
      return false;
    return body(block) && leave(outer);
  }

  void casePremises(const Step &step, Block &block) {
    const Constructor &constructor = *block.constructor;
    const bool isInduction = step.reason == Reason::Induction;
    if (!constructor.isConstant()) {
      std::vector<std::string> arguments;
      for (const Variable &input : block.inputs)
        arguments.push_back(input.name);
      arguments.push_back(block.output);
      arguments.push_back(constructor.name);
      give(block, Premise::Kind::Case,
           Formula::atom("in" + std::to_string(arguments.size() - 1),
                         arguments));
    } else if (!isInduction) {
      give(block, Premise::Kind::Case,
           Formula::atom("=", {block.output, constructor.name}));
    }
    if (isInduction)
      give(block, Premise::Kind::Membership,
           memberOf(block.output, step.form->set));
    for (size_t i = 0; i < block.inputs.size(); ++i)
      for (const std::string &set : constructor.inputSets[i])
        give(block, Premise::Kind::Membership,
             memberOf(block.inputs[i].name, set));
  }

  bool inductionCase(const Step &step, const Clause &clause, Block &block) {
    const size_t before = offset, lineBefore = lineNumber;
    words = Words("");
    if (!nextLine() || words.peek() != "fix") {
      offset = before;
      lineNumber = lineBefore;
      words = Words("");
    } else {
      words.take();
    }
    if (!fix(block, clause, step.variable))
      return false;
    block.terms[step.variable] = {block.output,
                                  clause.variables[step.variable].type};
    for (size_t i = 0; i < block.inputs.size(); ++i)
      if (step.form->isRecursive(*block.constructor, i))
        give(block, Premise::Kind::Hypothesis,
             hypothesis(step.formula, step.variable, block.inputs[i].name));
    givePremises(block, clause);
    block.goal = substitute(clause.head, termsOf(block, clause));
    return true;
  }

  bool leave(size_t outer) {
    while (introduced.size() > outer) {
      names.erase(introduced.back());
      introduced.pop_back();
    }
    return true;
  }

  bool body(Block &block) {
    if (++depth > 1000)
      return fail("blocks nest too deep");
    const size_t outerNames = introduced.size(), outer = visible.size();
    const bool isProof = block.kind == Block::Kind::Proof;
    while (true) {
      if (!nextLine())
        return fail(isProof ? "'qed' is missing" : "'end' is missing");
      const std::string first = words.take();
      if (first == (isProof ? "qed" : "end"))
        break;
      if (first[0] < '0' || first[0] > '9')
        return fail("expected a step or 'end'");
      if (!step(block, first))
        return false;
    }
    if (!cite(words.take(), block.end) || !words.empty())
      return fail("expected one step");
    while (visible.size() > outer) {
      inScope.erase(visible.back());
      visible.pop_back();
    }
    --depth;
    return isProof || leave(outerNames);
  }

  const Theory &theory;
  const std::map<std::string, FormulaRef> &statements;
  std::string_view text;
  Theorem &theorem;
  std::string &error;

  std::map<std::string, std::vector<TypeRef>> parameterTypes;
  size_t offset = 0, lineNumber = 0;
  Words words{""};
  StepNumber lastNumber = 0;
  unsigned depth = 0;
  std::map<std::string, TypeRef> names;
  std::set<std::string> everIntroduced;
  std::vector<std::string> introduced;
  std::set<StepNumber> inScope;
  std::vector<StepNumber> visible;
  std::vector<std::string> showNames;
};

} // namespace

bool readProof(const Theory &theory,
               const std::map<std::string, FormulaRef> &statements,
               std::string_view text, Theorem &theorem, std::string &error) {
  error.clear();
  return ProofReader(theory, statements, text, theorem, error).run();
}

} // namespace mplc::proof

bool mplc::proof::readHeader(
    const Theory &theory, const std::map<std::string, FormulaRef> &statements,
    std::string_view text, Theorem &theorem, std::string &error) {
  error.clear();
  return ProofReader(theory, statements, text, theorem, error).runHeader();
}
