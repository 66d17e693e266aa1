//===- ShareShapes.cpp - One kernel for rules that look alike -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compile time is proportional to the number of kernels, and many of them are
// alike: associativity of + and of *, a directed form and its mirror image.
// Each kernel is written down as a string in which tables, elements and values
// are numbered in order of appearance and the rule is left out; kernels with
// equal strings become one shape. Numbering tables by first appearance, not by
// occurrence, keeps known at compile time that two atoms are of one table.
//
// Instances stay where their kernels were, so that kernels keep their order.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/Passes.h"

#include "dialects/Plan/Plan.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_PLANSHARESHAPES
#include "lib/Conversion/Passes.h.inc"

namespace {

/// Names of the attributes by which operations refer to tables and elements.
constexpr StringRef kReferences[] = {"table", "element"};

bool isReference(StringRef attribute) {
  return llvm::is_contained(kReferences, attribute);
}

/// Calls `visit(op, attribute name, symbol)` for each reference of a kernel, in
/// order of appearance, its own table first.
template <typename Visit>
void forEachReference(Operation *kernel, Visit visit) {
  kernel->walk<WalkOrder::PreOrder>([&](Operation *op) {
    for (StringRef attribute : kReferences)
      if (auto symbol = op->getAttrOfType<FlatSymbolRefAttr>(attribute))
        visit(op, attribute, symbol);
  });
}

/// Writes what a kernel is apart from names.
class ShapeWriter {
public:
  /// The shape, and the symbols that an instance gives, in order.
  std::string write(plan::KernelOp kernel,
                    SmallVectorImpl<Attribute> &symbols) {
    llvm::raw_string_ostream os(text);
    os << "pivot " << kernel.getPivot();
    forEachReference(
        kernel, [&](Operation *op, StringRef, FlatSymbolRefAttr s) {
          if (!llvm::is_contained(symbols, s)) {
            symbols.push_back(s);
            if (plan::TableOp table = plan::lookupTable(op, s))
              os << " table " << table.getArity() << table.getFunctional();
            else
              os << " element";
          }
        });
    writeReferences(kernel, symbols, os);
    writeBlock(kernel.getBody().front(), symbols, os);
    return text;
  }

private:
  void writeReferences(Operation *op, ArrayRef<Attribute> symbols,
                       raw_ostream &os) {
    for (StringRef attribute : kReferences)
      if (auto symbol = op->getAttrOfType<FlatSymbolRefAttr>(attribute))
        os << " @" << (llvm::find(symbols, symbol) - symbols.begin());
  }

  void writeBlock(Block &block, ArrayRef<Attribute> symbols, raw_ostream &os) {
    os << "(" << block.getNumArguments() << ") {";
    for (Value argument : block.getArguments())
      numbers[argument] = numbers.size();
    for (Operation &op : block) {
      os << op.getName();
      writeReferences(&op, symbols, os);
      for (Value operand : op.getOperands())
        os << " %" << numbers.lookup(operand);
      for (NamedAttribute attribute : op.getAttrDictionary())
        if (!isReference(attribute.getName()))
          os << " " << attribute.getName().strref() << "="
             << attribute.getValue();
      for (Value result : op.getResults())
        numbers[result] = numbers.size();
      for (Region &region : op.getRegions())
        writeBlock(region.front(), symbols, os);
      os << ";";
    }
    os << "}";
  }

  std::string text;
  DenseMap<Value, unsigned> numbers;
};

struct Member {
  plan::KernelOp kernel;
  SmallVector<Attribute> symbols;
};

struct PlanShareShapesPass : impl::PlanShareShapesBase<PlanShareShapesPass> {
  using PlanShareShapesBase::PlanShareShapesBase;

  void runOnOperation() override {
    nextShape = 0;
    std::vector<std::vector<Member>> groups;
    llvm::StringMap<size_t> groupOf;
    for (auto kernel : getOperation().getOps<plan::KernelOp>()) {
      Member member{kernel, {}};
      const std::string text = ShapeWriter().write(kernel, member.symbols);
      const size_t group =
          groupOf.try_emplace(text, groups.size()).first->second;
      if (group == groups.size())
        groups.emplace_back();
      groups[group].push_back(std::move(member));
    }
    SymbolTable symbols(getOperation());
    for (const std::vector<Member> &members : groups) {
      if (members.size() < std::max(minInstances.getValue(), 2u)) {
        numSpecialised += members.size();
        continue;
      }
      ++numShapes;
      numInstances += members.size();
      share(members, symbols);
    }
  }

  void share(ArrayRef<Member> members, SymbolTable &symbols) {
    const plan::ShapeOp shape = makeShape(members.front(), symbols);
    for (const Member &member : members) {
      plan::KernelOp kernel = member.kernel;
      OpBuilder builder(kernel);
      const StringAttr name = kernel.getSymNameAttr();
      auto instance = plan::InstanceOp::create(
          builder, kernel.getLoc(), name, FlatSymbolRefAttr::get(shape),
          builder.getArrayAttr(member.symbols), kernel.getRuleAttr());
      symbols.remove(kernel);
      kernel.erase();
      symbols.insert(instance);
    }
  }

  /// The body of the first kernel, with formals for its tables and elements.
  plan::ShapeOp makeShape(const Member &first, SymbolTable &symbols) {
    plan::KernelOp kernel = first.kernel;
    MLIRContext *context = &getContext();
    OpBuilder builder(kernel);
    DenseMap<Attribute, FlatSymbolRefAttr> formals;
    struct Formal {
      std::string name;
      plan::TableOp table; ///< What the formal is like; null: an element.
    };
    SmallVector<Formal> declared;
    unsigned tables = 0, elements = 0;
    for (Attribute symbol : first.symbols) {
      plan::TableOp table =
          plan::lookupTable(kernel, cast<FlatSymbolRefAttr>(symbol));
      declared.push_back({table ? "t" + std::to_string(tables++)
                                : "e" + std::to_string(elements++),
                          table});
      formals[symbol] = FlatSymbolRefAttr::get(context, declared.back().name);
    }
    forEachReference(kernel, [&](Operation *op, StringRef attribute,
                                 FlatSymbolRefAttr symbol) {
      op->setAttr(attribute, formals.lookup(symbol));
    });

    auto shape = plan::ShapeOp::create(
        builder, kernel.getLoc(),
        builder.getStringAttr("shape" + std::to_string(nextShape++)),
        kernel.getTableAttr(), kernel.getPivotAttr());
    shape.getBody().takeBody(kernel.getBody());
    kernel.getBody().emplaceBlock();
    builder.setInsertionPointToStart(&shape.getBody().front());
    for (const Formal &formal : declared) {
      const StringAttr name = builder.getStringAttr(formal.name);
      if (plan::TableOp table = formal.table)
        plan::TableOp::create(builder, table.getLoc(), name, IntegerAttr(),
                              IntegerAttr(), table.getArityAttr(),
                              table.getFunctionalAttr());
      else
        plan::ElementOp::create(builder, kernel.getLoc(), name, IntegerAttr());
    }
    symbols.insert(shape);
    return shape;
  }

  unsigned nextShape = 0;
};

} // namespace
} // namespace mplc
