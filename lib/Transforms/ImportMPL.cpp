//===- ImportMPL.cpp - From the syntax tree to the mpl dialect ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Transforms/ImportMPL.h"

#include "dialects/MPL/MPL.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace mplc {

namespace {

class Importer {
public:
  Importer(const mplc::Module &source, llvm::SourceMgr &sources,
           MLIRContext &context)
      : source(source), sources(sources), builder(&context) {}

  OwningOpRef<ModuleOp> run() {
    OwningOpRef<ModuleOp> module(ModuleOp::create(
        FileLineColLoc::get(builder.getContext(), source.path, 1, 1)));
    builder.setInsertionPointToEnd(module->getBody());
    for (const Definition &definition : source.definitions)
      form<mpl::DefineOp>(definition.id, definition.parameters, *definition.body);
    if (source.theory)
      form<mpl::TheoryOp>(source.theory->id, source.theory->constants,
                          *source.theory->axioms);
    for (const Induction &induction : source.inductions)
      mpl::InductionOp::create(builder, loc(induction.loc),
                               builder.getStringAttr(induction.set.name),
                               strings(induction.constructors));
    for (const Fact &fact : source.facts)
      mpl::FactOp::create(builder, loc(fact.loc),
                          builder.getStringAttr(fact.atom->name),
                          strings(fact.atom->arguments));
    for (const Explore &explore : source.explores)
      importExplore(explore);
    const std::vector<Parameter> none;
    const std::vector<Parameter> &constants =
        source.theory ? source.theory->constants : none;
    for (const mplc::Conjecture &conjecture : source.conjectures) {
      if (conjecture.assumed)
        form<mpl::AssumeOp>(conjecture.id, constants, *conjecture.statement);
      else
        form<mpl::ConjectureOp>(conjecture.id, constants, *conjecture.statement);
    }
    return module;
  }

private:
  using Scope = llvm::StringMap<Value>;

  Location loc(llvm::SMLoc at) {
    const unsigned buffer = sources.FindBufferContainingLoc(at);
    if (!buffer)
      return builder.getUnknownLoc();
    const llvm::MemoryBuffer *text = sources.getMemoryBuffer(buffer);
    const auto [line, column] = lineAndColumn(at, buffer, *text);
    return FileLineColLoc::get(builder.getContext(),
                               text->getBufferIdentifier(), line, column);
  }

  /// Looks for the start of the line once a line: a file may be one line only, and
  /// the source manager would read it from `at` backwards for each place.
  std::pair<unsigned, unsigned> lineAndColumn(llvm::SMLoc at, unsigned buffer,
                                              const llvm::MemoryBuffer &text) {
    const char *place = at.getPointer();
    if (place < lineStart || place > lineEnd) {
      lineNumber = sources.FindLineNumber(at, buffer);
      lineStart = lineEnd = place;
      while (lineStart != text.getBufferStart() && lineStart[-1] != '\n')
        --lineStart;
      while (lineEnd != text.getBufferEnd() && *lineEnd != '\n')
        ++lineEnd;
    }
    return {lineNumber, unsigned(place - lineStart) + 1};
  }

  ArrayAttr strings(const std::vector<Identifier> &list) {
    SmallVector<StringRef> names;
    for (const Identifier &id : list)
      names.push_back(id.name);
    return builder.getStrArrayAttr(names);
  }

  mlir::Type type(const mplc::TypeRef &t) {
    MLIRContext *context = builder.getContext();
    if (!t || t->isElement())
      return mpl::ElemType::get(context);
    if (t->kind == mplc::Type::Kind::Power)
      return mpl::PowerType::get(context, type(t->first));
    return mpl::ProductType::get(context, type(t->first), type(t->second));
  }

  void importExplore(const Explore &explore) {
    SmallVector<StringRef> keys;
    SmallVector<int64_t> values;
    for (const auto &[key, value] : explore.bounds) {
      keys.push_back(key.name);
      values.push_back(value);
    }
    mpl::ExploreOp::create(builder, loc(explore.id.loc),
                           builder.getStringAttr(explore.id.name),
                           strings(explore.symbols),
                           builder.getStrArrayAttr(keys),
                           builder.getDenseI64ArrayAttr(values));
  }

  template <typename FormOp>
  void form(const Identifier &id, const std::vector<Parameter> &parameters,
            const Expr &body) {
    SmallVector<StringRef> names;
    for (const Parameter &parameter : parameters)
      names.push_back(parameter.id.name);
    auto op = FormOp::create(builder, loc(id.loc),
                             builder.getStringAttr(id.name),
                             builder.getStrArrayAttr(names));
    OpBuilder::InsertionGuard guard(builder);
    Block *block = builder.createBlock(&op.getBody());
    Scope scope;
    for (const Parameter &parameter : parameters)
      scope[parameter.id.name] =
          block->addArgument(type(parameter.type), loc(parameter.id.loc));
    const Value formula = importExpr(body, scope);
    mpl::HoldOp::create(builder, formula.getLoc(), formula);
  }

  Value importExpr(const Expr &expr, Scope &scope) {
    const Location at = loc(expr.loc);
    switch (expr.kind) {
    case Expr::Kind::Atom: {
      SmallVector<Value> arguments;
      for (const Identifier &argument : expr.arguments)
        arguments.push_back(scope.lookup(argument.name));
      return mpl::AtomOp::create(builder, at,
                                 mpl::PropType::get(builder.getContext()),
                                 builder.getStringAttr(expr.name), arguments);
    }
    case Expr::Kind::Equality:
      return mpl::EqualOp::create(builder, at,
                                  mpl::PropType::get(builder.getContext()),
                                  scope.lookup(expr.arguments[0].name),
                                  scope.lookup(expr.arguments[1].name));
    case Expr::Kind::Conjunction: {
      SmallVector<Value> parts;
      for (const ExprPtr &operand : expr.operands)
        parts.push_back(importExpr(*operand, scope));
      return mpl::AndOp::create(
          builder, at, mpl::PropType::get(builder.getContext()), parts);
    }
    case Expr::Kind::Negation: {
      // Two negations say nothing: formulas are classical.
      const Expr &operand = *expr.operands[0];
      if (operand.kind == Expr::Kind::Negation)
        return importExpr(*operand.operands[0], scope);
      const Value negated = importExpr(operand, scope);
      return mpl::NotOp::create(
          builder, at, mpl::PropType::get(builder.getContext()), negated);
    }
    case Expr::Kind::Implication:
      return importImplication(expr, scope, at);
    }
    llvm_unreachable("all kinds are covered");
  }

  Value importImplication(const Expr &expr, Scope &scope, Location at) {
    auto op = mpl::ForallOp::create(builder, at,
                                    mpl::PropType::get(builder.getContext()),
                                    strings(expr.arguments));
    OpBuilder::InsertionGuard guard(builder);
    Block *block = builder.createBlock(&op.getBody());
    Scope inner = scope;
    for (size_t i = 0; i < expr.arguments.size(); ++i)
      inner[expr.arguments[i].name] =
          block->addArgument(type(i < expr.boundTypes.size() ? expr.boundTypes[i]
                                                             : nullptr),
                             loc(expr.arguments[i].loc));
    const Value left = importExpr(*expr.operands[0], inner);
    const Value right = importExpr(*expr.operands[1], inner);
    mpl::ImpliesOp::create(builder, at, left, right);
    return op;
  }

  const mplc::Module &source;
  llvm::SourceMgr &sources;
  OpBuilder builder;
  /// The line that was asked about last.
  unsigned lineNumber = 0;
  const char *lineStart = nullptr, *lineEnd = nullptr;
};

} // namespace

OwningOpRef<ModuleOp> importModule(const mplc::Module &module,
                                   llvm::SourceMgr &sources,
                                   MLIRContext &context) {
  context.loadDialect<mpl::MPLDialect>();
  return Importer(module, sources, context).run();
}

} // namespace mplc
