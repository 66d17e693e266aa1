//===- Declarations.cpp - What declarations of constants stand for --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A declaration is short for axioms of the core: typing, that functions are
// total and have one value, that constructors are injective and have no values
// in common. Functions of one to three inputs are said to be functions by the
// definitions fXY, fXYZ and fXYZW of the library where these mean that.
//
//===----------------------------------------------------------------------===//

#include "Desugar.h"

#include "llvm/ADT/STLExtras.h"

using namespace mplc;

void mplc::declare(const Declaration &declaration, Theory &theory,
                   Context &context, std::vector<Induction> &inductions) {
  auto constant = [&](const Identifier &id) {
    if (llvm::none_of(theory.constants, [&](const Parameter &known) {
          return known.id.name == id.name;
        }))
      theory.constants.push_back({id, nullptr});
    context.scope.insert(id.name);
  };
  auto signature = [&](const Identifier &id,
                       const std::vector<Identifier> &inputs,
                       const Identifier *output) {
    Signature result;
    for (const Identifier &set : inputs)
      result.columns.push_back(set.name);
    if (output)
      result.columns.push_back(output->name);
    result.isTotal = output != nullptr;
    context.signatures.add(id.name, std::move(result));
  };
  for (const Identifier &id : declaration.names) {
    constant(id);
    switch (declaration.kind) {
    case Declaration::Kind::Function:
      signature(id, declaration.inputs, &declaration.output);
      break;
    case Declaration::Kind::Relation:
      signature(id, declaration.inputs, nullptr);
      break;
    case Declaration::Kind::Constant:
      context.signatures.addMember(id.name, declaration.output.name);
      break;
    default:
      break;
    }
  }
  if (declaration.kind != Declaration::Kind::Datatype)
    return;
  const Identifier &set = declaration.names[0];
  Induction induction{declaration.loc, set, {}};
  for (const Declaration::Constructor &constructor : declaration.constructors) {
    constant(constructor.id);
    induction.constructors.push_back(constructor.id);
    if (constructor.sets.empty())
      context.signatures.addMember(constructor.id.name, set.name);
    else
      signature(constructor.id, constructor.sets, &set);
  }
  inductions.push_back(std::move(induction));
}

namespace {

/// Writes axioms about one declaration.
class AxiomWriter {
public:
  AxiomWriter(const Declaration &declaration, bool useLibrary,
              std::vector<ExprPtr> &axioms)
      : declaration(declaration), useLibrary(useLibrary), axioms(axioms) {
    auto avoid = [&](const Identifier &id) { taken.insert(id.name); };
    llvm::for_each(declaration.names, avoid);
    llvm::for_each(declaration.inputs, avoid);
    avoid(declaration.output);
    for (const Declaration::Constructor &each : declaration.constructors) {
      avoid(each.id);
      llvm::for_each(each.sets, avoid);
    }
  }

  void run() {
    for (const Identifier &id : declaration.names) {
      loc = id.loc;
      switch (declaration.kind) {
      case Declaration::Kind::Set:
        break;
      case Declaration::Kind::Constant:
        axioms.push_back(makeIn({id, declaration.output}, loc));
        break;
      case Declaration::Kind::Function:
        function(id, declaration.inputs, declaration.output);
        break;
      case Declaration::Kind::Relation:
        typing(id, declaration.inputs);
        break;
      case Declaration::Kind::Datatype:
        datatype();
        return;
      }
    }
  }

private:
  using Constructor = Declaration::Constructor;

  /// Variables that are no constants here: x, y, z, w, v, then x1, x2...
  std::vector<Identifier> variables(size_t count, size_t skip = 0) {
    std::vector<Identifier> result;
    for (size_t i = 0; result.size() < count; ++i) {
      std::string name = i < 5 ? std::string(1, "xyzwv"[i])
                               : "x" + std::to_string(i - 4);
      if (taken.contains(name))
        continue;
      if (skip)
        --skip;
      else
        result.push_back({name, loc});
    }
    return result;
  }

  std::vector<ExprPtr> members(const std::vector<Identifier> &values,
                               const std::vector<Identifier> &sets) {
    std::vector<ExprPtr> parts;
    for (size_t i = 0; i < sets.size(); ++i)
      parts.push_back(makeIn({values[i], sets[i]}, loc));
    return parts;
  }

  ExprPtr atom(std::vector<Identifier> arguments, const Identifier &symbol) {
    arguments.push_back(symbol);
    return makeIn(std::move(arguments), loc);
  }

  void typing(const Identifier &symbol, const std::vector<Identifier> &sets) {
    std::vector<Identifier> all = variables(sets.size());
    std::vector<ExprPtr> premise;
    premise.push_back(atom(all, symbol));
    axioms.push_back(makeImplication(
        all, std::move(premise), makeConjunction(members(all, sets), loc),
        loc));
  }

  void function(const Identifier &symbol, const std::vector<Identifier> &inputs,
                const Identifier &output) {
    std::vector<Identifier> sets = inputs;
    sets.push_back(output);
    static const char *const names[] = {"fXY", "fXYZ", "fXYZW"};
    if (useLibrary && inputs.size() <= std::size(names)) {
      std::vector<Identifier> arguments{symbol};
      arguments.insert(arguments.end(), sets.begin(), sets.end());
      axioms.push_back(
          makeAtom(names[inputs.size() - 1], std::move(arguments), loc));
      return;
    }
    std::vector<Identifier> all = variables(sets.size() + 1);
    std::vector<Identifier> arguments(all.begin(), all.end() - 2);
    std::vector<Identifier> withValue(all.begin(), all.end() - 1);
    // Total.
    std::vector<ExprPtr> value;
    value.push_back(makeIn({withValue.back(), output}, loc));
    ExprPtr none = makeImplication(
        {withValue.back()}, std::move(value),
        makeNegation(atom(withValue, symbol), loc), loc);
    axioms.push_back(makeImplication(arguments, members(arguments, inputs),
                                     makeNegation(std::move(none), loc), loc));
    typing(symbol, sets);
    // One value.
    std::vector<ExprPtr> both;
    both.push_back(atom(withValue, symbol));
    std::vector<Identifier> other = arguments;
    other.push_back(all.back());
    both.push_back(atom(other, symbol));
    axioms.push_back(
        makeImplication(all, std::move(both),
                        makeEquality(withValue.back(), all.back(), loc), loc));
  }

  void datatype() {
    const Identifier &set = declaration.names[0];
    for (const Constructor &constructor : declaration.constructors) {
      loc = constructor.id.loc;
      if (constructor.sets.empty())
        axioms.push_back(makeIn({constructor.id, set}, loc));
      else
        function(constructor.id, constructor.sets, set);
    }
    for (size_t i = 0; i < declaration.constructors.size(); ++i) {
      for (size_t k = 0; k < i; ++k)
        distinct(declaration.constructors[k], declaration.constructors[i]);
      if (!declaration.constructors[i].sets.empty())
        injective(declaration.constructors[i]);
    }
  }

  /// No value of one constructor is a value of the other.
  void distinct(const Constructor &first, const Constructor &second) {
    if (second.sets.empty() && !first.sets.empty())
      return distinct(second, first);
    loc = second.id.loc;
    if (second.sets.empty()) {
      axioms.push_back(
          makeNegation(makeEquality(first.id, second.id, loc), loc));
      return;
    }
    std::vector<Identifier> all =
        variables(first.sets.size() + second.sets.size() + 1);
    std::vector<Identifier> right(all.begin(),
                                  all.begin() + long(second.sets.size()));
    if (first.sets.empty()) {
      std::vector<ExprPtr> premises = members(right, second.sets);
      std::vector<Identifier> value = right;
      value.push_back(first.id);
      axioms.push_back(makeImplication(
          right, std::move(premises),
          makeNegation(atom(value, second.id), loc), loc));
      return;
    }
    std::vector<Identifier> left(all.begin() + long(second.sets.size()),
                                 all.end());
    right.push_back(left.back());
    std::vector<ExprPtr> premise;
    premise.push_back(atom(left, first.id));
    axioms.push_back(makeImplication(
        all, std::move(premise), makeNegation(atom(right, second.id), loc),
        loc));
  }

  void injective(const Constructor &constructor) {
    loc = constructor.id.loc;
    size_t count = constructor.sets.size();
    std::vector<Identifier> all = variables(2 * count + 1);
    auto middle = all.begin() + long(count);
    std::vector<Identifier> first(all.begin(), middle), second(middle,
                                                               all.end());
    first.push_back(all.back());
    std::vector<ExprPtr> premises, equal;
    premises.push_back(atom(first, constructor.id));
    premises.push_back(atom(second, constructor.id));
    for (size_t i = 0; i < count; ++i)
      equal.push_back(makeEquality(first[i], second[i], loc));
    axioms.push_back(makeImplication(all, std::move(premises),
                                     makeConjunction(std::move(equal), loc),
                                     loc));
  }

  const Declaration &declaration;
  bool useLibrary;
  std::vector<ExprPtr> &axioms;
  std::set<std::string> taken;
  llvm::SMLoc loc;
};

} // namespace

void mplc::axiomsOf(const Declaration &declaration, bool useLibrary,
                    std::vector<ExprPtr> &axioms) {
  AxiomWriter(declaration, useLibrary, axioms).run();
}
