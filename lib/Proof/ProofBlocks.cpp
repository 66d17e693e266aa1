//===- ProofBlocks.cpp - What the blocks of a proof bring -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names, premises and the goal of each block follow from the step that opens
// it: from its formula for `show`, from the induction form for the cases of an
// induction or a split, and from the condition for `cases`.
//
//===----------------------------------------------------------------------===//

#include "ProofReader.h"

#include <algorithm>

namespace mplc::proof {

void ProofReader::give(Block &block, Premise::Kind kind, FormulaRef formula) {
  block.premises.push_back({kind, std::move(formula)});
}

FormulaRef ProofReader::memberOf(const std::string &name,
                                 const std::string &set) {
  return Formula::atom("in", {name, set});
}

/// The terms of the variables of a clause, which are in `block.terms`.
Renaming ProofReader::termsOf(const Block &block, const Clause &clause) {
  Renaming terms;
  for (size_t i = 0; i < clause.variables.size(); ++i)
    terms[clause.variables[i].name] = block.terms[i].name;
  return terms;
}

void ProofReader::givePremises(Block &block, const Clause &clause) {
  const Renaming terms = termsOf(block, clause);
  for (const FormulaRef &premise : clause.premises)
    give(block, Premise::Kind::Given, substitute(premise, terms));
}

/// `case A`, then `case !A`.
bool ProofReader::conditionCases(Step &step) {
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

bool ProofReader::blocks(Step &step) {
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

bool ProofReader::member(Step &step, const Clause &clause) {
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
bool ProofReader::fix(Block &block, const Clause &clause, size_t except) {
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

bool ProofReader::caseBlock(Step &step, const Clause &clause,
                            const Constructor &constructor) {
  const bool isInduction = step.reason == Reason::Induction;
  if (!nextLine() || words.take() != "case" || words.take() != constructor.name)
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

void ProofReader::casePremises(const Step &step, Block &block) {
  const Constructor &constructor = *block.constructor;
  const bool isInduction = step.reason == Reason::Induction;
  if (!constructor.isConstant()) {
    std::vector<std::string> arguments;
    for (const Variable &input : block.inputs)
      arguments.push_back(input.name);
    arguments.push_back(block.output);
    arguments.push_back(constructor.name);
    give(block, Premise::Kind::Case,
         Formula::atom("in" + std::to_string(arguments.size() - 1), arguments));
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

bool ProofReader::inductionCase(const Step &step, const Clause &clause,
                                Block &block) {
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

bool ProofReader::leave(size_t outer) {
  while (introduced.size() > outer) {
    names.erase(introduced.back());
    introduced.pop_back();
  }
  return true;
}

bool ProofReader::body(Block &block) {
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

} // namespace mplc::proof
