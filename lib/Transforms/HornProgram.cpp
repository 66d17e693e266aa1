//===- HornProgram.cpp - From the horn dialect to plain data --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names become numbers, and nothing else happens: whatever has to be decided
// about a program is decided by passes and can be seen in the IR.
//
//===----------------------------------------------------------------------===//

#include "mplc/Transforms/HornProgram.h"

#include "RuleData.h"

#include "dialects/MPL/MPL.h"

#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace mplc {

namespace {

/// Numbers by name, in the order of the operations.
struct Numbering {
  explicit Numbering(horn::ProgramOp program) {
    for (auto op : program.getOps<horn::ConstantOp>())
      constants.try_emplace(op.getSymName(), unsigned(constants.size()));
    for (auto op : program.getOps<horn::RelationOp>())
      relations.try_emplace(op.getSymName(), unsigned(relations.size()));
    for (auto op : program.getOps<horn::RuleOp>())
      if (op.getBody().getOps<horn::ApartOp>().empty())
        rules.try_emplace(op.getSymName(), unsigned(rules.size()));
  }

  uint32_t rule(std::optional<StringRef> name) const {
    return name ? rules.lookup(*name) : calculus::none;
  }
  uint32_t rule(FlatSymbolRefAttr ref) const {
    return ref ? rules.lookup(ref.getValue()) : calculus::none;
  }
  uint32_t relation(FlatSymbolRefAttr ref) const {
    return ref ? relations.lookup(ref.getValue()) : calculus::none;
  }
  calculus::Term term(const TermData &t) const {
    return t.isVariable() ? calculus::Term(t.variable)
                          : calculus::constantTerm(constants.lookup(t.constant));
  }
  calculus::Atom atom(const AtomData &a) const {
    calculus::Atom result{relations.lookup(a.relation), {}};
    for (const TermData &t : a.args)
      result.args.push_back(term(t));
    return result;
  }
  std::vector<calculus::Atom> atoms(const std::vector<AtomData> &list) const {
    std::vector<calculus::Atom> result;
    for (const AtomData &a : list)
      result.push_back(atom(a));
    return result;
  }
  std::vector<std::pair<std::string, calculus::Term>>
  names(const std::vector<std::pair<std::string, TermData>> &list) const {
    std::vector<std::pair<std::string, calculus::Term>> result;
    for (const auto &[name, t] : list)
      result.push_back({name, term(t)});
    return result;
  }
  std::vector<calculus::Cite> cites(const RuleData &rule) const {
    std::vector<calculus::Cite> result;
    for (const CiteData &cite : rule.cites) {
      calculus::Cite c;
      c.kind = calculus::Cite::Kind(cite.kind);
      if (c.kind == calculus::Cite::Kind::Reflexive) {
        c.term = term(cite.term);
      } else {
        c.premise = uint32_t(cite.premise);
        c.column = uint32_t(cite.column);
      }
      result.push_back(c);
    }
    return result;
  }
  std::vector<std::pair<std::string, calculus::Term>>
  fresh(const RuleData &rule) const {
    std::vector<std::pair<std::string, calculus::Term>> result;
    for (size_t v = rule.numOuter(); v < rule.variables.size(); ++v)
      result.push_back({rule.variables[v], calculus::Term(v)});
    return result;
  }

  llvm::StringMap<unsigned> constants, relations, rules;
};

/// What rules and goals have in common.
template <typename RuleOrGoal>
void readCommon(RuleOrGoal &to, const RuleData &from, const Numbering &numbers) {
  to.premises = numbers.atoms(from.premises);
  to.head = calculus::Rule::Head(from.head);
  if (from.head == RuleData::Head::Derive)
    to.atom = numbers.atom(from.atom);
  if (from.head == RuleData::Head::Equate) {
    to.left = numbers.term(from.left);
    to.right = numbers.term(from.right);
  }
  to.fresh = numbers.fresh(from);
  to.witnesses = numbers.atoms(from.witnesses);
  to.numVariables = uint32_t(from.variables.size());
}

calculus::Clause clauseOf(const RuleData &rule, const Numbering &numbers) {
  calculus::Clause clause;
  switch (rule.source) {
  case RuleData::Source::Use:
  case RuleData::Source::Statement:
    clause.kind = calculus::Clause::Kind::Use;
    break;
  case RuleData::Source::Fold:
    clause.kind = calculus::Clause::Kind::Fold;
    break;
  case RuleData::Source::Contradict:
    clause.kind = calculus::Clause::Kind::Contradict;
    break;
  case RuleData::Source::Symmetry:
    clause.kind = calculus::Clause::Kind::Symmetry;
    break;
  case RuleData::Source::Contrapose: {
    clause.kind = calculus::Clause::Kind::Contrapose;
    clause.base = numbers.rule(std::optional<StringRef>(rule.root));
    const auto [premise, column] = StringRef(rule.path).split('.');
    (void)premise.getAsInteger(10, clause.dropped);
    if (!column.empty())
      (void)column.getAsInteger(10, clause.column);
    return clause;
  }
  }
  clause.root = rule.root;
  clause.path = rule.path;
  clause.substitution = numbers.names(rule.substitution);
  clause.cites = numbers.cites(rule);
  return clause;
}

std::string locationText(Location loc) {
  if (auto at = dyn_cast<FileLineColLoc>(loc))
    return at.getFilename().str() + ":" + std::to_string(at.getLine()) + ":" +
           std::to_string(at.getColumn());
  return "-";
}

calculus::Relation relationOf(horn::RelationOp op, const Numbering &numbers) {
  calculus::Relation relation;
  relation.name = op.getSymName().str();
  relation.predicate = op.getPredicate().str();
  for (Attribute entry : op.getPattern())
    relation.pattern.push_back(cast<StringAttr>(entry).str());
  for (unsigned c = 0; c < op.getArity(); ++c)
    relation.columns.push_back(
        {numbers.relation(op.getSort(c)), numbers.rule(op.getTyping(c))});
  relation.functional = op.isFunctional();
  relation.key = numbers.rule(op.getKey());
  relation.totality = numbers.rule(op.getTotality());
  relation.constructor = op.getConstructor();
  relation.negated = op.getNegated();
  relation.complement = numbers.relation(op.getComplementAttr());
  return relation;
}

calculus::InductionForm inductionOf(horn::InductionOp op,
                                    const Numbering &numbers) {
  calculus::InductionForm form;
  form.sort = numbers.relation(op.getSortAttr());
  form.set = op.getSet().str();
  for (auto [target, isFunction] :
       llvm::zip(*op.getConstructors(), *op.getFunctions())) {
    const StringRef name = cast<FlatSymbolRefAttr>(target).getValue();
    form.constructors.push_back({isFunction,
                                 isFunction ? numbers.relations.lookup(name)
                                            : numbers.constants.lookup(name)});
  }
  return form;
}

std::vector<std::string> strings(ArrayAttr attributes) {
  std::vector<std::string> result;
  for (Attribute attribute : attributes)
    result.push_back(cast<StringAttr>(attribute).str());
  return result;
}

calculus::Exploration explorationOf(mpl::ExploreOp explore,
                                    const calculus::Program &program) {
  calculus::Exploration result;
  result.name = explore.getSymName().str();
  for (const std::string &symbol : strings(explore.getSymbols())) {
    for (uint32_t r = 0; r < program.relations.size(); ++r)
      if (program.relations[r].totality != calculus::none &&
          program.relations[r].pattern.back() == symbol)
        result.functions.push_back(r);
      else if (!program.relations[r].functional && !program.relations[r].negated &&
               (program.relations[r].predicate == symbol ||
                program.relations[r].pattern.back() == symbol))
        result.relations.push_back(r);
    for (uint32_t c = 0; c < program.constants.size(); ++c)
      if (program.constants[c] == symbol)
        result.constants.push_back(calculus::constantTerm(c));
  }
  for (auto [key, value] : llvm::zip(explore.getKeys(), explore.getValues())) {
    const StringRef name = cast<StringAttr>(key).getValue();
    for (const auto &[bound, field, most] :
         {std::tuple("size", &result.size, 99), {"variables", &result.variables, 99},
          {"premises", &result.premises, 2}, {"depth", &result.depth, 3},
          {"splits", &result.splits, 3}, {"firings", &result.firings, 1000000000},
          {"ground", &result.ground, 999}})
      if (name == bound) {
        *field = uint32_t(std::min<int64_t>(value, most));
        if (value > most)
          mlir::emitWarning(explore.getLoc())
              << "'" << name << "' is taken as " << most << ", the highest value, not "
              << value;
      }
  }
  return result;
}

calculus::Conjecture conjectureOf(const RuleData &goal,
                                  const Numbering &numbers) {
  calculus::Conjecture conjecture;
  conjecture.name = goal.name;
  conjecture.statement = goal.statement;
  conjecture.location = locationText(goal.loc);
  conjecture.assumed = goal.assumed;
  readCommon(conjecture.goal, goal, numbers);
  conjecture.goal.binders = numbers.names(goal.substitution);
  conjecture.goal.cites = numbers.cites(goal);
  return conjecture;
}

LogicalResult checkIsSpecialised(horn::ProgramOp program) {
  for (Operation &op : program.getBody().front()) {
    auto relation = dyn_cast<horn::RelationOp>(op);
    auto constant = dyn_cast<horn::ConstantOp>(op);
    auto induction = dyn_cast<horn::InductionOp>(op);
    auto rule = dyn_cast<horn::RuleOp>(op);
    bool isGeneral = (constant && constant.getLabel()) ||
                     (induction && !induction.getSort()) ||
                     (rule && rule.getTemplateOf());
    for (unsigned c = 0; relation && c < relation.getArity(); ++c)
      isGeneral |= !relation.isElement(c);
    if (isGeneral)
      return op.emitOpError(
          "is not specialised; run horn-specialise-constants first");
  }
  return success();
}

calculus::Atom readAtom(const Numbering &numbers,
                        llvm::DenseMap<Value, calculus::Term> &terms,
                        StringRef relation, ValueRange args) {
  calculus::Atom atom{numbers.relations.lookup(relation), {}};
  for (Value v : args)
    atom.args.push_back(terms.at(v));
  return atom;
}

calculus::Matcher readBuild(horn::BuildOp op, const Numbering &numbers) {
  calculus::Matcher matcher;
  matcher.rule = numbers.rule(op.getRule());
  matcher.action.kind = calculus::Action::Kind::Create;
  matcher.action.core = op.getCore();
  matcher.action.unfold = op.getUnfold();
  llvm::DenseMap<Value, calculus::Term> terms;
  for (BlockArgument variable : op.getBody().getArguments())
    terms[variable] = calculus::Term(matcher.numVariables++);
  for (Operation &inner : op.getBody().front()) {
    if (auto value = dyn_cast<horn::ValueOp>(inner))
      terms[value.getResult()] = calculus::constantTerm(
          numbers.constants.lookup(value.getConstant()));
    else if (auto match = dyn_cast<horn::MatchOp>(inner))
      matcher.premises.push_back(
          readAtom(numbers, terms, match.getRelation(), match.getArgs()));
    else if (auto create = dyn_cast<horn::CreateOp>(inner))
      matcher.action.atom =
          readAtom(numbers, terms, create.getRelation(), create.getArgs());
  }
  return matcher;
}

} // namespace

FailureOr<calculus::Program> programOf(ModuleOp module) {
  horn::ProgramOp op = findProgram(module);
  if (!op || failed(checkIsSpecialised(op)))
    return failure();
  const Numbering numbers(op);
  calculus::Program program;
  program.theory = op.getSymName().str();
  for (auto constant : op.getOps<horn::ConstantOp>())
    program.constants.push_back(constant.getSymName().str());
  for (auto relation : op.getOps<horn::RelationOp>())
    program.relations.push_back(relationOf(relation, numbers));
  for (calculus::RelationId r = 0; r < program.relations.size(); ++r)
    if (const uint32_t of = program.relations[r].complement;
        program.relations[r].negated && of != calculus::none)
      program.relations[of].complement = r;
  for (auto ruleOp : op.getOps<horn::RuleOp>()) {
    const RuleData data = readRule(ruleOp);
    if (data.head == RuleData::Head::Apart) {
      program.distinct.push_back({numbers.term(data.left),
                                  numbers.term(data.right),
                                  clauseOf(data, numbers)});
      continue;
    }
    calculus::Rule rule;
    rule.name = data.name;
    readCommon(rule, data, numbers);
    rule.clause = clauseOf(data, numbers);
    rule.active = !data.inactive;
    program.rules.push_back(std::move(rule));
  }
  for (auto induction : op.getOps<horn::InductionOp>())
    program.inductions.push_back(inductionOf(induction, numbers));
  for (auto definition : op.getOps<horn::DefinitionOp>())
    program.definitions.push_back({definition.getPredicate().str(),
                                   strings(definition.getParameters()),
                                   definition.getFormula().str()});
  for (auto goal : op.getOps<horn::GoalOp>())
    program.conjectures.push_back(conjectureOf(readRule(goal), numbers));
  for (auto composite : op.getOps<horn::ComposeOp>()) {
    calculus::Conjecture conjecture;
    conjecture.name = composite.getSymName().str();
    conjecture.statement = composite.getStatement().str();
    conjecture.location = locationText(composite.getLoc());
    conjecture.parts = strings(composite.getParts());
    program.conjectures.push_back(std::move(conjecture));
  }
  for (auto explore : module.getOps<mpl::ExploreOp>())
    program.explorations.push_back(explorationOf(explore, program));
  if (auto source = module->getAttrOfType<StringAttr>("mpl.source"))
    program.source = source.getValue().str();
  return program;
}

std::vector<SourcedMatcher> matchersOf(ModuleOp module,
                                       const calculus::Program &program) {
  std::vector<SourcedMatcher> matchers;
  horn::ProgramOp op = findProgram(module);
  if (!op)
    return matchers;
  const Numbering numbers(op);
  for (auto rule : op.getOps<horn::RuleOp>()) {
    auto number = numbers.rules.find(rule.getSymName());
    if (number == numbers.rules.end() || rule.getInactive())
      continue;
    matchers.push_back({rule, calculus::matcherOf(program.rules[number->second],
                                                  number->second)});
  }
  for (auto build : op.getOps<horn::BuildOp>())
    matchers.push_back({build, readBuild(build, numbers)});
  return matchers;
}

} // namespace mplc
