//===- ClauseWalk.cpp - The clauses of a formula --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A walk from a formula to its atoms, by the same paths by which proofs refer to
// clauses (docs/proof-format.md, 'Words'): conjunctions branch, an asserted atom
// of a definition is replaced by the definition's body, an implication adds its
// variables and premises, a negation makes what it negates a premise of false.
//
// What is asserted of sets and functions alone, or of constants alone, is always
// replaced by the body: nothing is left to match in the atom itself. All other
// atoms of definitions become relations of their own, with rules for use (the
// atom is the first premise) and, where the body is no universal statement, one
// rule for proof.
//
//===----------------------------------------------------------------------===//

#include "ClauseWalk.h"

#include "Formula.h"

#include "mlir/IR/Verifier.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc {

static LogicalResult unsupported(Location loc, const llvm::Twine &what) {
  return emitError(loc) << "not supported yet: " << what;
}

ClauseWalk::ClauseWalk(ModuleOp module) {
  for (auto definition : module.getOps<mpl::DefineOp>())
    definitions[definition.getSymName()] = definition;
}

//===----------------------------------------------------------------------===//
// Roots
//===----------------------------------------------------------------------===//

LogicalResult ClauseWalk::addTheory(mpl::TheoryOp theory) {
  Context context;
  context.clause.root = theory.getSymName().str();
  context.terms.shared = &constantTerms;
  for (BlockArgument constant : theory.getBody().getArguments()) {
    constantTerms[constant] = TermData::named(boundName(constant));
    if (!filler && isa<mpl::ElemType>(constant.getType()))
      filler = constantTerms[constant];
  }
  return head(std::move(context), theory.getFormula());
}

static bool isInteger(StringRef name) {
  name.consume_front("-");
  return !name.empty() && llvm::all_of(name, llvm::isDigit);
}

/// Facts speak of integers without naming them first: each is one more constant
/// of the theory.
void ClauseWalk::addConstants(ModuleOp module, mpl::TheoryOp theory) {
  MLIRContext *context = theory.getContext();
  for (BlockArgument constant : theory.getBody().getArguments())
    constants[boundName(constant)] = constant;
  SmallVector<Attribute> names(theory.getNames().getValue());
  for (auto fact : module.getOps<mpl::FactOp>())
    for (Attribute name : fact.getConstants()) {
      const StringRef text = cast<StringAttr>(name).getValue();
      if (!isInteger(text) || !constants.try_emplace(text).second)
        continue;
      names.push_back(name);
      const Value constant = theory.getBody().addArgument(
          mpl::ElemType::get(context), fact.getLoc());
      constants[text] = constant;
      constantTerms[constant] = TermData::named(text);
    }
  theory.setNamesAttr(ArrayAttr::get(context, names));
}

LogicalResult ClauseWalk::addFacts(ModuleOp module, mpl::TheoryOp theory) {
  addConstants(module, theory);
  LogicalResult result = success();
  unsigned number = 0;
  for (auto fact : module.getOps<mpl::FactOp>())
    if (failed(addFact(fact, number++, theory)))
      result = failure();
  return result;
}

LogicalResult ClauseWalk::addFact(mpl::FactOp fact, unsigned number,
                                  mpl::TheoryOp theory) {
  // A fact is an atom over the theory's constants; it is stated as one, for a
  // moment, so that it takes the way of all asserted atoms.
  Context context;
  context.clause.root = "fact:" + std::to_string(number);
  context.terms.shared = &constantTerms;
  SmallVector<Value> arguments;
  for (Attribute name : fact.getConstants()) {
    const Value constant = constants.lookup(cast<StringAttr>(name).getValue());
    if (!constant)
      return fact.emitOpError("refers to an unknown constant ") << name;
    arguments.push_back(constant);
  }
  OpBuilder builder(theory.getBody().front().getTerminator());
  auto atom = mpl::AtomOp::create(builder, fact.getLoc(),
                                  mpl::PropType::get(fact.getContext()),
                                  fact.getPredicateAttr(), arguments);
  if (failed(mlir::verify(atom)))
    return failure();
  return head(std::move(context), atom);
}

LogicalResult ClauseWalk::addGoal(Operation *form, Region &body, Value formula,
                                  StringRef name, bool isAssumed) {
  Context context;
  context.isGoal = true;
  context.terms.shared = &constantTerms;
  for (BlockArgument constant : body.getArguments())
    context.terms.set(constant, TermData::named(boundName(constant)));
  const size_t before = goals.size();
  if (failed(head(std::move(context), formula)))
    return failure();
  const std::string statement = formulaText(formula);
  const bool isComposite =
      goals.size() != before + 1 || goals[before].statement != statement;
  if (isComposite && isAssumed)
    return unsupported(form->getLoc(),
                       "assuming several claims at once; assume them one by one");
  Composite composite{form->getLoc(), name.str(), statement, {}};
  for (size_t g = before; g < goals.size(); ++g) {
    goals[g].loc = form->getLoc();
    goals[g].assumed = isAssumed;
    goals[g].name = name.str();
    if (isComposite) {
      goals[g].name += "." + std::to_string(g - before + 1);
      composite.parts.push_back(goals[g].name);
    }
  }
  if (isComposite)
    composites.push_back(std::move(composite));
  return success();
}

LogicalResult ClauseWalk::addDefinitions() {
  LogicalResult result = success();
  // Definitions request further ones while the list is walked.
  for (size_t i = 0; i < requested.size(); ++i) {
    mpl::DefineOp definition = (requested.begin() + i)->second;
    if (failed(addDefinition(definition)))
      result = failure();
  }
  for (auto &[context, op] : asserted) {
    if (!requested.count(op.getPredicateAttr()))
      continue;
    const FailureOr<AtomData> derived = atom(context, op);
    if (failed(derived))
      return failure();
    Context fact = context;
    fact.clause.head = RuleData::Head::Derive;
    fact.clause.atom = *derived;
    if (failed(finish(fact, op.getResult())))
      result = failure();
  }
  return result;
}

ClauseWalk::Context ClauseWalk::definitionContext(mpl::DefineOp definition) {
  Context context;
  context.clause.root = definition.getSymName().str();
  context.terms.shared = &constantTerms;
  for (BlockArgument parameter : definition.getBody().getArguments()) {
    context.terms.set(parameter,
                      TermData::var(int(context.clause.variables.size())));
    context.clause.variables.push_back(boundName(parameter).str());
  }
  context.clause.numParameters = context.clause.variables.size();
  return context;
}

static AtomData definedAtom(mpl::DefineOp definition) {
  AtomData atom{definition.getSymName().str(), {}};
  for (unsigned p = 0; p < definition.getBody().getNumArguments(); ++p)
    atom.args.push_back(TermData::var(int(p)));
  return atom;
}

LogicalResult ClauseWalk::addDefinition(mpl::DefineOp definition) {
  addFold(definition);
  Context context = definitionContext(definition);
  context.clause.premises.push_back(
      {definition.getLoc(), false, definedAtom(definition), {}, {}});
  const size_t before = rules.size(), inequalitiesBefore = inequalities.size();
  const LogicalResult result = head(std::move(context), definition.getFormula());
  for (size_t i = before; i < rules.size(); ++i)
    rules[i].templateOf = definition.getSymName().str();
  for (size_t i = inequalitiesBefore; i < inequalities.size(); ++i)
    inequalities[i].templateOf = definition.getSymName().str();
  return result;
}

static bool isLiteral(Value part, bool mayNegate) {
  if (auto negation = part.getDefiningOp<mpl::NotOp>(); negation && mayNegate)
    part = negation.getFormula();
  return isa<mpl::AtomOp, mpl::EqualOp>(part.getDefiningOp());
}

/// Whether a definition's body has an existential beside other parts, as
/// `a in N, b in N, and there is c with a + c = b`.
static bool isMixed(mpl::DefineOp definition) {
  SmallVector<Value> parts;
  flatten(definition.getFormula(), parts);
  return parts.size() > 1 &&
         llvm::any_of(parts, [](Value part) { return asExistential(part); });
}

/// The rule `parts -> D(p)`, if the body is made of atoms, equalities, their
/// negations, and existentials of these.
std::optional<RuleData> ClauseWalk::foldRule(mpl::DefineOp definition,
                                             bool mayNegate) {
  // What a fold cannot say is no error: the use rules stay.
  ScopedDiagnosticHandler quiet(definition.getContext(),
                                [](Diagnostic &) { return success(); });
  Context context = definitionContext(definition);
  SmallVector<Value> body, parts;
  flatten(definition.getFormula(), body);
  for (Value part : body) {
    auto existential = asExistential(part);
    if (!existential) {
      parts.push_back(part);
      continue;
    }
    for (BlockArgument variable : existential->binder->getArguments()) {
      // A proof names the witnesses by these names.
      if (llvm::is_contained(context.clause.variables, boundName(variable)))
        return std::nullopt;
      context.terms.set(variable,
                        TermData::var(int(context.clause.variables.size())));
      context.clause.variables.push_back(boundName(variable).str());
    }
    flatten(existential->left, parts);
    flatten(existential->right, parts);
  }
  if (!llvm::all_of(parts, [&](Value part) { return isLiteral(part, mayNegate); }))
    return std::nullopt;
  for (Value part : parts)
    if (failed(premises(context, part)))
      return std::nullopt;
  context.clause.source = RuleData::Source::Fold;
  context.clause.head = RuleData::Head::Derive;
  context.clause.atom = definedAtom(definition);
  BuildResult built =
      buildRule(context.clause, definition.getLoc(), std::nullopt);
  if (built.rule)
    built.rule->templateOf = definition.getSymName().str();
  return std::move(built.rule);
}

void ClauseWalk::addFold(mpl::DefineOp definition) {
  if (std::optional<RuleData> rule = foldRule(definition, /*mayNegate=*/true))
    keep(std::move(*rule));
  else
    ++numObligations;
}

//===----------------------------------------------------------------------===//
// Heads
//===----------------------------------------------------------------------===//

LogicalResult ClauseWalk::head(Context context, Value formula) {
  LogicalResult result = success();
  std::vector<Reached> next;
  next.push_back({std::move(context), formula});
  while (!next.empty()) {
    Reached reached = std::move(next.back());
    next.pop_back();
    // One that fails keeps nobody from the errors of the others.
    if (failed(visit(std::move(reached.context), reached.formula, next)))
      result = failure();
  }
  return result;
}

LogicalResult ClauseWalk::visit(Context context, Value formula,
                                std::vector<Reached> &next) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(formula.getDefiningOp())
      .Case([&](mpl::AtomOp op) { return atomHead(std::move(context), op, next); })
      .Case([&](mpl::EqualOp op) -> LogicalResult {
        if (!isa<mpl::ElemType>(op.getLeft().getType()))
          return unsupported(op.getLoc(), "an equality of sets or functions");
        context.clause.head = RuleData::Head::Equate;
        context.clause.left = context.terms.at(op.getLeft());
        context.clause.right = context.terms.at(op.getRight());
        return finish(context, formula);
      })
      .Case([&](mpl::AndOp op) -> LogicalResult {
        for (unsigned k = op.getParts().size(); k-- > 0;) {
          next.push_back({context, op.getParts()[k]});
          next.back().context.clause.enter(std::to_string(k));
        }
        return success();
      })
      .Case([&](mpl::ForallOp op) -> LogicalResult {
        for (BlockArgument variable : op.getBody().getArguments())
          if (failed(bind(context, variable)))
            return failure();
        if (failed(premises(context, op.getLeft())))
          return failure();
        if (context.isGoal)
          enterImplication(context, op);
        context.clause.enter("i");
        next.push_back({std::move(context), op.getRight()});
        return success();
      })
      .Case([&](mpl::NotOp op) -> LogicalResult {
        if (asExistential(formula))
          return existentialHead(std::move(context), formula);
        if (auto equal = op.getFormula().getDefiningOp<mpl::EqualOp>();
            equal && !context.isGoal)
          keepApart(context, equal);
        if (failed(premises(context, op.getFormula())))
          return failure();
        context.clause.head = RuleData::Head::Refute;
        return finish(context, formula);
      });
}

void ClauseWalk::enterImplication(Context &context, mpl::ForallOp op) {
  context.implications += "(>[";
  llvm::raw_string_ostream os(context.implications);
  llvm::interleave(
      op.getBody().getArguments(), os,
      [&](Value v) {
        const auto it = context.names.find(v);
        os << (it != context.names.end() ? StringRef(it->second) : boundName(v));
      },
      ",");
  os << ']' << formulaText(op.getLeft(), context.names);
  ++context.numImplications;
}

LogicalResult ClauseWalk::atomHead(Context context, mpl::AtomOp op,
                                   std::vector<Reached> &next) {
  auto isElementVariable = [&](Value argument) {
    return isa<mpl::ElemType>(argument.getType()) &&
           context.terms.at(argument).isVariable();
  };
  const StringRef predicate = op.getPredicate();
  const bool isDefined = mpl::primitiveArity(predicate) == 0;
  mpl::DefineOp definition;
  if (isDefined && !(definition = definitionOf(op)))
    return failure();
  auto isElement = [](Type t) { return isa<mpl::ElemType>(t); };
  // An asserted atom without variables is what its body says; an atom to prove
  // is so too, unless a rule folds it. A part that is a negation is a claim of its
  // own all the same: assuming what it denies is the way to prove it. So is an
  // existential beside other parts: as a goal of its own it says which witness is asked.
  const bool unfold =
      isDefined && (context.isGoal
                        ? llvm::none_of(op.getArgs().getTypes(), isElement) ||
                              isMixed(definition) ||
                              !foldRule(definition, /*mayNegate=*/false)
                        : llvm::none_of(op.getArgs(), isElementVariable));
  if (unfold) {
    ++numUnfolded;
    if (!context.isGoal && llvm::any_of(op.getArgs().getTypes(), isElement))
      asserted.push_back({context, op});
    // The body knows its parameters and nothing else.
    Terms terms;
    terms.shared = &constantTerms;
    TermNames names;
    for (auto [parameter, argument] :
         llvm::zip(definition.getBody().getArguments(), op.getArgs())) {
      terms.set(parameter, context.terms.at(argument));
      const auto name = context.names.find(argument);
      names[parameter] = name != context.names.end() ? name->second
                                                     : boundName(argument).str();
    }
    context.terms = std::move(terms);
    context.names = std::move(names);
    context.clause.enter("u");
    next.push_back({std::move(context), definition.getFormula()});
    return success();
  }
  const FailureOr<AtomData> derived = atom(context, op);
  if (failed(derived))
    return failure();
  context.clause.head = RuleData::Head::Derive;
  context.clause.atom = *derived;
  return finish(context, op.getResult());
}

LogicalResult ClauseWalk::existentialHead(Context context, Value formula) {
  const Existential existential = *asExistential(formula);
  for (BlockArgument variable : existential.binder->getArguments())
    if (failed(bind(context, variable)))
      return failure();
  context.clause.numFresh = existential.binder->getNumArguments();
  SmallVector<Value> parts;
  flatten(existential.left, parts);
  flatten(existential.right, parts);
  for (Value part : parts) {
    if (isa<mpl::EqualOp>(part.getDefiningOp()))
      return unsupported(part.getLoc(), "'" + formulaText(part) +
                                            "', an equality in an existential head");
    // As a premise for a moment: negations are atoms of complements there.
    const size_t before = context.clause.premises.size();
    if (failed(premises(context, part)))
      return failure();
    context.clause.witnesses.push_back(context.clause.premises[before].atom);
    context.clause.premises.pop_back();
  }
  context.clause.head = RuleData::Head::Witness;
  return finish(context, formula);
}

//===----------------------------------------------------------------------===//
// Premises, atoms, variables
//===----------------------------------------------------------------------===//

LogicalResult ClauseWalk::premises(Context &context, Value formula) {
  SmallVector<Value> parts;
  flatten(formula, parts);
  for (Value part : parts) {
    if (auto op = part.getDefiningOp<mpl::AtomOp>()) {
      const FailureOr<AtomData> premise = atom(context, op);
      if (failed(premise))
        return failure();
      context.clause.premises.push_back({op.getLoc(), false, *premise, {}, {}});
    } else if (auto op = part.getDefiningOp<mpl::EqualOp>()) {
      if (!isa<mpl::ElemType>(op.getLeft().getType()))
        return unsupported(op.getLoc(), "an equality of sets or functions");
      context.clause.premises.push_back({op.getLoc(),
                                         true,
                                         {},
                                         context.terms.at(op.getLeft()),
                                         context.terms.at(op.getRight())});
    } else if (part.getDefiningOp<mpl::ForallOp>()) {
      return unsupported(part.getLoc(), "a universal statement as a premise");
    } else if (asExistential(part)) {
      return unsupported(part.getLoc(),
                         "an existential premise; bind its variables in the "
                         "implication instead");
    } else if (failed(negatedPremise(context, part.getDefiningOp<mpl::NotOp>()))) {
      return failure();
    }
  }
  return success();
}

/// A negated premise is an atom of the complement of a relation.
LogicalResult ClauseWalk::negatedPremise(Context &context, mpl::NotOp op) {
  Operation *negated = op.getFormula().getDefiningOp();
  if (isa<mpl::AndOp>(negated))
    return unsupported(op.getLoc(), "a disjunction as a premise");
  if (isa<mpl::ForallOp>(negated))
    return unsupported(op.getLoc(), "a negated universal statement as a premise");
  if (isa<mpl::NotOp>(negated))
    return unsupported(op.getLoc(), "a double negation");
  AtomData premise;
  if (auto equal = dyn_cast<mpl::EqualOp>(negated)) {
    if (!isa<mpl::ElemType>(equal.getLeft().getType()))
      return unsupported(op.getLoc(), "an equality of sets or functions");
    premise = inequality(context, equal);
  } else {
    const FailureOr<AtomData> positive = atom(context, cast<mpl::AtomOp>(negated));
    if (failed(positive))
      return failure();
    premise = *positive;
    const auto name = StringAttr::get(op.getContext(), premise.relation);
    premise.relation = "!" + premise.relation;
    const std::vector<std::string> labels = relations.lookup(name);
    relations.insert({StringAttr::get(op.getContext(), premise.relation), labels});
  }
  context.clause.premises.push_back({op.getLoc(), false, premise, {}, {}});
  return success();
}

AtomData ClauseWalk::inequality(const Context &context, mpl::EqualOp op) {
  relations.insert({StringAttr::get(op.getContext(), "!="), {"(1)", "(1)"}});
  return {"!=",
          {context.terms.at(op.getLeft()), context.terms.at(op.getRight())}};
}

/// `P -> !(x = y)` with the inequality as its head.
void ClauseWalk::keepApart(const Context &context, mpl::EqualOp op) {
  if (!isa<mpl::ElemType>(op.getLeft().getType()))
    return;
  ClauseData clause = context.clause;
  clause.head = RuleData::Head::Derive;
  clause.hasNegatedHead = true;
  clause.atom = {"!=",
                 {context.terms.at(op.getLeft()), context.terms.at(op.getRight())}};
  BuildResult built = buildRule(clause, op.getLoc(), filler);
  if (built.rule)
    inequalities.push_back(std::move(*built.rule));
}

void ClauseWalk::addNegations() {
  if (llvm::none_of(relations, [](const auto &entry) {
        return entry.first.getValue().starts_with("!");
      }))
    return;
  // An output that is not this is another: functions need it for any relation.
  MLIRContext *context = relations.begin()->first.getContext();
  relations.insert({StringAttr::get(context, "!="), {"(1)", "(1)"}});
  for (RuleData &rule : inequalities)
    keep(std::move(rule));
}

mpl::DefineOp ClauseWalk::definitionOf(mpl::AtomOp op) {
  mpl::DefineOp definition = definitions.lookup(op.getPredicate());
  if (!definition) {
    op.emitOpError("names an unknown definition '") << op.getPredicate() << "'";
  } else if (op.getArgs().getTypes() != definition.getBody().getArgumentTypes()) {
    // A parameter of which the definition says nothing counts as an element there.
    const auto parameters = definition.getBody().getArguments();
    for (auto [argument, parameter] : llvm::zip(op.getArgs(), parameters))
      if (isa<mpl::ElemType>(parameter.getType()) &&
          !isa<mpl::ElemType>(argument.getType())) {
        (void)unsupported(op.getLoc(), "a set or function for '" +
                                           boundName(parameter) + "' of '" +
                                           op.getPredicate() +
                                           "', which its definition leaves open");
        return {};
      }
    op.emitOpError("does not fit the parameters of '")
        << op.getPredicate() << "'";
    return {};
  }
  return definition;
}

FailureOr<AtomData> ClauseWalk::atom(const Context &context, mpl::AtomOp op) {
  const StringRef predicate = op.getPredicate();
  auto isElement = [](Type t) { return isa<mpl::ElemType>(t); };
  SmallVector<Type> types(op.getArgs().getTypes());
  if (mpl::primitiveArity(predicate)) {
    if (!llvm::all_of(llvm::drop_end(types), isElement))
      return unsupported(op.getLoc(), "sets of sets or functions");
  } else {
    mpl::DefineOp definition = definitionOf(op);
    if (!definition)
      return failure();
    requested.insert({op.getPredicateAttr(), definition});
  }
  std::vector<std::string> labels;
  for (Type type : types)
    labels.push_back(mpl::label(type));
  relations.insert({op.getPredicateAttr(), labels});
  AtomData result{predicate.str(), {}};
  for (Value argument : op.getArgs())
    result.args.push_back(context.terms.at(argument));
  return result;
}

LogicalResult ClauseWalk::bind(Context &context, Value variable) {
  const StringRef name = boundName(variable);
  auto own = llvm::drop_begin(context.clause.variables,
                              context.clause.numParameters);
  // Proofs call a name that the path binds again x#2; a goal is printed with a name of
  // its own.
  const auto again = llvm::count_if(own, [&](const std::string &other) {
    return StringRef(other).split('#').first == name;
  });
  std::string unique = name.str();
  if (again > 0)
    unique += "#" + std::to_string(again + 1);
  if (again > 0 && context.isGoal) {
    unique = name.str() + "_";
    while (llvm::is_contained(own, unique))
      unique += "_";
    context.names[variable] = unique;
  }
  context.terms.set(variable,
                    TermData::var(int(context.clause.variables.size())));
  context.clause.variables.push_back(unique);
  return success();
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

LogicalResult ClauseWalk::finish(const Context &context, Value formula) {
  const Location loc = formula.getLoc();
  BuildResult built = context.isGoal ? buildGoal(context.clause, loc)
                                     : buildRule(context.clause, loc, filler);
  if (!built.unsupported.empty())
    return unsupported(built.loc, built.unsupported);
  if (!built.rule)
    ++numTrivial;
  else if (!context.isGoal)
    keep(std::move(*built.rule));
  else {
    built.rule->statement = context.implications +
                            formulaText(formula, context.names) +
                            std::string(context.numImplications, ')');
    goals.push_back(std::move(*built.rule));
  }
  return success();
}

void ClauseWalk::keep(RuleData rule) {
  std::string name = rule.root;
  if (rule.source == RuleData::Source::Fold)
    name += ".fold";
  else if (rule.path != "-")
    name += "." + rule.path;
  rule.name = name;
  for (unsigned k = 1; !ruleNames.insert(rule.name).second; ++k)
    rule.name = name + "#" + std::to_string(k);
  rules.push_back(std::move(rule));
}

} // namespace mplc
