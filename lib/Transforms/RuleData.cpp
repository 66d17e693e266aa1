//===- RuleData.cpp - Rules and goals as values ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RuleData.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc {

void RuleData::forEachAtom(const std::function<void(AtomData &)> &f) {
  for (AtomData &premise : premises)
    f(premise);
  if (head == Head::Derive)
    f(atom);
  for (AtomData &witness : witnesses)
    f(witness);
}

void RuleData::forEachTerm(const std::function<void(TermData &)> &f) {
  forEachAtom([&](AtomData &a) {
    for (TermData &t : a.args)
      f(t);
  });
  if (head == Head::Equate || head == Head::Apart) {
    f(left);
    f(right);
  }
  for (auto &[name, term] : substitution)
    f(term);
  for (CiteData &cite : cites)
    if (cite.kind == horn::SourceOp::Reflexive)
      f(cite.term);
}

namespace {

/// As horn.source writes them, in the order of RuleData::Source.
constexpr StringRef sourceKinds[] = {"use",        "fold",     "statement",
                                     "contradict", "symmetry", "contrapose"};

/// Reads the body that rules and goals have in common.
class BodyReader {
public:
  BodyReader(RuleData &rule, Region &body, ArrayAttr names) : rule(rule) {
    bind(body, names);
    for (Operation &op : body.front())
      read(&op);
  }

private:
  void bind(Region &body, ArrayAttr names) {
    for (auto [argument, name] : llvm::zip(body.getArguments(), names)) {
      terms[argument] = TermData::var(int(rule.variables.size()));
      rule.variables.push_back(cast<StringAttr>(name).str());
    }
  }

  std::vector<TermData> read(ValueRange values) {
    std::vector<TermData> list;
    for (Value v : values)
      list.push_back(terms.at(v));
    return list;
  }
  template <typename AtomOp>
  AtomData readAtom(AtomOp op) {
    return {op.getRelation().str(), read(op.getArgs())};
  }

  void read(Operation *op) {
    llvm::TypeSwitch<Operation *>(op)
        .Case([&](horn::ValueOp o) {
          terms[o.getResult()] = TermData::named(o.getConstant());
        })
        .Case([&](horn::MatchOp o) { rule.premises.push_back(readAtom(o)); })
        .Case([&](horn::DeriveOp o) {
          rule.head = RuleData::Head::Derive;
          rule.atom = readAtom(o);
        })
        .Case([&](horn::EquateOp o) {
          rule.head = RuleData::Head::Equate;
          rule.left = terms.at(o.getLeft());
          rule.right = terms.at(o.getRight());
        })
        .Case([&](horn::ApartOp o) {
          rule.head = RuleData::Head::Apart;
          rule.left = terms.at(o.getLeft());
          rule.right = terms.at(o.getRight());
        })
        .Case([&](horn::RefuteOp) { rule.head = RuleData::Head::Refute; })
        .Case([&](horn::WitnessOp o) {
          rule.head = RuleData::Head::Witness;
          rule.numFresh = o.getBody().getNumArguments();
          bind(o.getBody(), o.getNames());
          for (Operation &inner : o.getBody().front()) {
            if (auto match = dyn_cast<horn::MatchOp>(inner))
              rule.witnesses.push_back(readAtom(match));
            else
              read(&inner);
          }
        })
        .Case([&](horn::SourceOp o) { readSource(o); });
  }

  void readSource(horn::SourceOp op) {
    rule.source = RuleData::Source(llvm::find(sourceKinds, op.getKind()) -
                                   std::begin(sourceKinds));
    rule.root = op.getRoot().str();
    rule.path = op.getPath().str();
    for (auto [name, term] : llvm::zip(op.getNames(), op.getTerms()))
      rule.substitution.push_back({cast<StringAttr>(name).str(), terms.at(term)});
    ArrayRef<int32_t> list = op.getCites();
    for (size_t i = 0; i < list.size(); i += 3) {
      CiteData cite;
      cite.kind = horn::SourceOp::CiteKind(list[i]);
      if (cite.kind == horn::SourceOp::Reflexive) {
        cite.term = terms.at(op.getEqual()[list[i + 1]]);
      } else {
        cite.premise = list[i + 1];
        cite.column = list[i + 2];
      }
      rule.cites.push_back(cite);
    }
  }

  RuleData &rule;
  llvm::DenseMap<Value, TermData> terms;
};

/// Writes the body that rules and goals have in common.
class BodyWriter {
public:
  BodyWriter(OpBuilder builder, const RuleData &rule, Region &body)
      : builder(builder), rule(rule) {
    const Type term = horn::TermType::get(builder.getContext());
    Block *block = this->builder.createBlock(&body);
    for (unsigned v = 0; v < rule.numOuter(); ++v)
      variables.push_back(block->addArgument(term, rule.loc));
    // Constants first: terms are then defined wherever they are used.
    RuleData copy = rule;
    copy.forEachTerm([&](TermData &t) {
      if (!t.isVariable() && !constants.count(t.constant))
        constants[t.constant] = horn::ValueOp::create(
            this->builder, rule.loc, term,
            FlatSymbolRefAttr::get(builder.getContext(), t.constant));
    });
    write();
  }

private:
  Value value(const TermData &t) const {
    return t.isVariable() ? variables[t.variable] : constants.lookup(t.constant);
  }
  SmallVector<Value> values(const std::vector<TermData> &list) const {
    SmallVector<Value> result;
    for (const TermData &t : list)
      result.push_back(value(t));
    return result;
  }
  template <typename AtomOp>
  void write(const AtomData &atom) {
    AtomOp::create(builder, rule.loc,
                   FlatSymbolRefAttr::get(builder.getContext(), atom.relation),
                   values(atom.args));
  }

  void write() {
    for (const AtomData &premise : rule.premises)
      write<horn::MatchOp>(premise);
    switch (rule.head) {
    case RuleData::Head::Derive:
      write<horn::DeriveOp>(rule.atom);
      break;
    case RuleData::Head::Equate:
      horn::EquateOp::create(builder, rule.loc, value(rule.left),
                             value(rule.right));
      break;
    case RuleData::Head::Apart:
      horn::ApartOp::create(builder, rule.loc, value(rule.left),
                            value(rule.right));
      break;
    case RuleData::Head::Refute:
      horn::RefuteOp::create(builder, rule.loc);
      break;
    case RuleData::Head::Witness:
      writeWitness();
      break;
    }
    writeSource();
  }

  void writeWitness() {
    SmallVector<StringRef> names(rule.variables.end() - rule.numFresh,
                                 rule.variables.end());
    auto op = horn::WitnessOp::create(builder, rule.loc,
                                      builder.getStrArrayAttr(names));
    OpBuilder::InsertionGuard guard(builder);
    Block *block = builder.createBlock(&op.getBody());
    for (unsigned v = 0; v < rule.numFresh; ++v)
      variables.push_back(block->addArgument(
          horn::TermType::get(builder.getContext()), rule.loc));
    for (const AtomData &witness : rule.witnesses)
      write<horn::MatchOp>(witness);
  }

  void writeSource() {
    SmallVector<StringRef> names;
    SmallVector<Value> terms, equal;
    for (const auto &[name, term] : rule.substitution) {
      names.push_back(name);
      terms.push_back(value(term));
    }
    SmallVector<int32_t> cites;
    for (const CiteData &cite : rule.cites) {
      if (cite.kind == horn::SourceOp::Reflexive) {
        cites.append({cite.kind, int32_t(equal.size()), 0});
        equal.push_back(value(cite.term));
      } else {
        cites.append({cite.kind, cite.premise, cite.column});
      }
    }
    const StringRef kind = sourceKinds[unsigned(rule.source)];
    horn::SourceOp::create(builder, rule.loc, builder.getStringAttr(kind),
                           builder.getStringAttr(rule.root),
                           builder.getStringAttr(rule.path),
                           builder.getStrArrayAttr(names),
                           builder.getDenseI32ArrayAttr(cites), terms, equal);
  }

  OpBuilder builder;
  const RuleData &rule;
  SmallVector<Value> variables;
  llvm::StringMap<Value> constants;
};

} // namespace

RuleData readRule(horn::RuleOp op) {
  RuleData rule(op.getLoc());
  rule.name = op.getSymName().str();
  rule.inactive = op.getInactive();
  if (op.getTemplateOf())
    rule.templateOf = op.getTemplateOf()->str();
  BodyReader(rule, op.getBody(), op.getNames());
  return rule;
}

RuleData readRule(horn::GoalOp op) {
  RuleData rule(op.getLoc());
  rule.name = op.getSymName().str();
  rule.isGoal = true;
  rule.assumed = op.getAssumed();
  rule.statement = op.getStatement().str();
  BodyReader(rule, op.getBody(), op.getNames());
  return rule;
}

Operation *emitRule(OpBuilder &builder, const RuleData &rule) {
  SmallVector<StringRef> outer(rule.variables.begin(),
                               rule.variables.begin() + rule.numOuter());
  const ArrayAttr names = builder.getStrArrayAttr(outer);
  const StringAttr name = builder.getStringAttr(rule.name);
  auto flag = [&](bool set) { return set ? builder.getUnitAttr() : UnitAttr(); };
  if (rule.isGoal) {
    auto op = horn::GoalOp::create(builder, rule.loc, name,
                                   builder.getStringAttr(rule.statement), names,
                                   flag(rule.assumed));
    BodyWriter(builder, rule, op.getBody());
    return op;
  }
  const FlatSymbolRefAttr templateOf =
      rule.templateOf.empty()
          ? FlatSymbolRefAttr()
          : FlatSymbolRefAttr::get(builder.getContext(), rule.templateOf);
  auto op = horn::RuleOp::create(builder, rule.loc, name, names, templateOf,
                                 flag(rule.inactive));
  BodyWriter(builder, rule, op.getBody());
  return op;
}

horn::ProgramOp findProgram(ModuleOp module) {
  auto programs = module.getOps<horn::ProgramOp>();
  if (programs.empty()) {
    module.emitError("no horn.program; run mpl-clausify first");
    return nullptr;
  }
  if (!llvm::hasSingleElement(programs)) {
    (*std::next(programs.begin())).emitError("a second horn.program");
    return nullptr;
  }
  return *programs.begin();
}

} // namespace mplc
