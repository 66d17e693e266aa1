//===- PremiseLists.cpp - All lists of premises within bounds -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A list is a set of atoms. Every order in which its atoms can be read, definitions
// first, has a code: the relations and arguments in that order, operands numbered as
// they occur. The search goes through all orders of all sets and keeps an order if no
// other one of the same set has a smaller code; it needs no memory of what it has met
// (orderly generation, Read 1978; McKay 1998). Other orders are compared word by word,
// and most are given up at their first atom. Orders with the same code are symmetries
// of the set, by which heads are compared.
//
// One set may be read with different numbers of conditions: where `f(..) = v` is a
// condition on a variable, it may also say what v is, if v does not occur in it. Such
// a list is met again with fewer conditions, and is not a list of its own. Bounds are
// those of the order that is kept.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/PremiseLists.h"

#include <set>

namespace mplrt {

PremiseLists::PremiseLists(const calculus::Program &program,
                           const calculus::Exploration &explored, Bounds bounds)
    : program(program), explored(explored), bounds(std::move(bounds)) {
  std::set<uint32_t> sorts;
  for (const uint32_t function : explored.functions) {
    const calculus::Relation &relation = program.relations[function];
    for (const calculus::Column &column : relation.columns)
      sorts.insert(column.sort);
    if (relation.arity() <= ListAtom::maxArity)
      usableFunctions.push_back(function);
  }
  auto add = [&](uint32_t relation) {
    if (relation != calculus::none)
      usableRelations.push_back(relation);
  };
  for (const uint32_t r : explored.relations) {
    const calculus::Relation &relation = program.relations[r];
    const bool isMembership = relation.arity() == 1 && sorts.count(r) != 0;
    const bool hasValues = std::all_of(
        relation.columns.begin(), relation.columns.end(),
        [&](const calculus::Column &c) { return sorts.count(c.sort) != 0; });
    if (isMembership || !hasValues || relation.functional || relation.arity() == 0 ||
        relation.arity() > ListAtom::maxArity)
      continue;
    add(r);
    add(relation.complement);
  }
  add(program.apart());
}

bool PremiseLists::isSymmetric(uint32_t relation) const {
  return relation == program.apart();
}

//===----------------------------------------------------------------------===//
// Orders and their codes
//===----------------------------------------------------------------------===//

/// Reads the atoms of a list in other orders.
class PremiseLists::Reader {
public:
  Reader(const PremiseLists &lists, std::span<const ListAtom> atoms)
      : lists(lists), atoms(atoms), numConstants(lists.explored.constants.size()) {}

  /// Whether no order that is allowed comes before the list's own, by number of
  /// conditions and code. Notes symmetries.
  bool isFirst(PremiseList &list) {
    numConditions = list.numConditions();
    numOperands = list.sorts.size();
    found = &list.symmetries;
    State state(*this);
    for (const ListAtom &atom : atoms)
      append(own, state, atom);
    return !isBeaten(State(*this), 0);
  }

  /// The least code over all orders, allowed or not, with the head's at its end.
  Code least(const ListAtom &head) {
    hasLeast = false;
    leastFrom(State(*this), head);
    return own;
  }

private:
  static constexpr Operand unnamed = 0xFF;
  struct State {
    explicit State(const Reader &reader) : next(Operand(reader.numConstants)) {
      names.fill(unnamed);
      for (Operand c = 0; c < next; ++c)
        names[c] = c;
    }
    std::array<Operand, maxOperands> names;
    Operand next;
    uint32_t used = 0, conditions = 0; ///< Atoms, by bits; conditions among them.
  };

  /// Adds the atom's words. Whether it defines its output.
  bool append(Code &code, State &state, const ListAtom &atom) const {
    code.push(atom.relation);
    bool defines = false;
    for (uint32_t a = 0; a < atom.arity; ++a) {
      Operand &name = state.names[atom.args[a]];
      if (name == unnamed) {
        defines = a + 1 == atom.arity;
        name = state.next++;
      }
      code.push(name);
    }
    return defines && lists.program.relations[atom.relation].functional;
  }
  /// Calls `visit` for the atom and, if its relation is symmetric, for the atom with
  /// its arguments exchanged, until it says yes.
  template <typename Visit> bool eitherWay(const ListAtom &atom, Visit &&visit) const {
    if (visit(atom))
      return true;
    if (!lists.isSymmetric(atom.relation))
      return false;
    ListAtom exchanged = atom;
    std::swap(exchanged.args[0], exchanged.args[1]);
    return visit(exchanged);
  }

  /// Whether some allowed order that begins like this comes before the list's own.
  /// `order`: -1 if the code so far is smaller, 0 if it is the same, 1 if greater.
  bool isBeaten(const State &state, int order) {
    if (code.size == own.size)
      return isComplete(state, order);
    for (size_t i = 0; i < atoms.size(); ++i) {
      if (state.used >> i & 1)
        continue;
      const bool isWorse = eitherWay(atoms[i], [&](const ListAtom &atom) {
        State next = state;
        next.used |= 1u << i;
        const uint32_t before = code.size;
        const bool defines = append(code, next, atom);
        next.conditions += !defines;
        int then = order;
        for (uint32_t w = before; w < code.size && then == 0; ++w)
          then = code.words[w] < own.words[w] ? -1 : code.words[w] > own.words[w];
        // A greater code only matters if it may have fewer conditions.
        const bool isAllowed =
            !(defines && state.conditions > 0) &&
            next.conditions <= numConditions &&
            (then <= 0 || numConditions > 1);
        const bool isLess = isAllowed && isBeaten(next, then);
        code.size = before;
        return isLess;
      });
      if (isWorse)
        return true;
    }
    return false;
  }

  bool isComplete(const State &state, int order) {
    if (state.conditions < numConditions)
      return true;
    if (order == 0) {
      std::vector<Operand> names(state.names.begin(),
                                 state.names.begin() + ptrdiff_t(numOperands));
      for (size_t o = 0; o < names.size(); ++o)
        if (names[o] != o) {
          found->push_back(std::move(names));
          break;
        }
    }
    return order < 0;
  }

  /// Goes through the orders that begin like this, but for those that cannot have the
  /// least code.
  void leastFrom(const State &state, const ListAtom &head) {
    const bool isLast = state.used + 1 == 1u << atoms.size();
    auto goOn = [&](State next, const ListAtom &atom) {
      const uint32_t before = code.size;
      if (isLast)
        code.push(head.isNegated);
      append(code, next, atom);
      int order = hasLeast ? 0 : -1;
      for (uint32_t w = 0; w < code.size && order == 0; ++w)
        order = code.words[w] < own.words[w] ? -1 : code.words[w] > own.words[w];
      if (order < 0 && isLast) {
        own = code;
        hasLeast = true;
      } else if (order <= 0 && !isLast) {
        leastFrom(next, head);
      }
      code.size = before;
      return false;
    };
    if (isLast) {
      goOn(state, head);
      return;
    }
    for (size_t i = 0; i < atoms.size(); ++i)
      if (!(state.used >> i & 1)) {
        State next = state;
        next.used |= 1u << i;
        eitherWay(atoms[i], [&](const ListAtom &atom) { return goOn(next, atom); });
      }
  }

  const PremiseLists &lists;
  const std::span<const ListAtom> atoms;
  const size_t numConstants;
  size_t numConditions = 0, numOperands = 0; ///< Of the list's own order.
  Code own, code;
  bool hasLeast = false;
  std::vector<std::vector<Operand>> *found = nullptr;
};

bool PremiseLists::makeCanonical(PremiseList &list) const {
  list.symmetries.clear();
  return Reader(*this, list.atoms).isFirst(list);
}

PremiseLists::Code PremiseLists::codeOf(std::span<const ListAtom> premises,
                                        const ListAtom &head) const {
  return Reader(*this, premises).least(head);
}

/// The function, and of each input which constant it is, or of what function an
/// output, or that it is a variable.
uint64_t PremiseLists::outlineOf(const PremiseList &list, const ListAtom &atom) const {
  const uint64_t numConstants = explored.constants.size();
  uint64_t outline = atom.relation;
  for (uint32_t a = 0; a + 1 < atom.arity; ++a) {
    const Operand input = atom.args[a];
    uint64_t kind = 0;
    if (input < numConstants)
      kind = 1 + input;
    else if (input < list.definers.size() && list.definers[input] != calculus::none)
      kind = 1 + numConstants + list.atoms[list.definers[input]].relation;
    outline = outline * 1000003 + kind; // Equal ones are told apart by their codes.
  }
  return outline;
}

bool PremiseLists::isCanonical(const PremiseList &list, const ListAtom &head) const {
  for (const std::vector<Operand> &names : list.symmetries) {
    ListAtom image = head;
    for (uint32_t a = 0; a < head.arity; ++a)
      if (image.args[a] < names.size())
        image.args[a] = names[image.args[a]];
    if (head.relation == calculus::none && image.args[0] < image.args[1])
      std::swap(image.args[0], image.args[1]);
    if (image.args < head.args)
      return false;
  }
  // The other side of the equation, if it is an application for its sake alone.
  if (head.relation == calculus::none || !program.relations[head.relation].functional)
    return true;
  const Operand side = head.output();
  const uint32_t definer =
      side < list.definers.size() ? list.definers[side] : calculus::none;
  if (definer == calculus::none || head.has(side, head.arity - 1))
    return true;
  for (size_t i = 0; i < list.atoms.size(); ++i)
    if (i != definer && list.atoms[i].has(side, list.atoms[i].arity))
      return true;
  const ListAtom &other = list.atoms[definer];
  // Most pairs differ in something that names have no part in.
  const uint64_t own = outlineOf(list, head), others = outlineOf(list, other);
  if (own != others)
    return own < others;
  std::array<ListAtom, maxPremises> mirrored;
  std::copy(list.atoms.begin(), list.atoms.end(), mirrored.begin());
  mirrored[definer] = head;
  mirrored[definer].isNegated = false;
  ListAtom mirroredHead = other;
  mirroredHead.isNegated = head.isNegated;
  return !(codeOf({mirrored.data(), list.atoms.size()}, mirroredHead) <
           codeOf(list.atoms, head));
}

//===----------------------------------------------------------------------===//
// Search
//===----------------------------------------------------------------------===//

PremiseList PremiseLists::withVariables(const PremiseList &list) const {
  PremiseList result = list;
  for (uint32_t v = 0; v < bounds.variableSorts.size(); ++v) {
    if (std::find(list.variables.begin(), list.variables.end(), v) !=
        list.variables.end())
      continue;
    result.sorts.push_back(bounds.variableSorts[v]);
    result.variables.push_back(v);
    result.definers.push_back(calculus::none);
  }
  return result;
}

/// The list with one more premise, whose arguments are operands of `extended`: of the
/// new variables those in it stay, numbered as they occur.
PremiseList PremiseLists::added(const PremiseList &extended, size_t own,
                                const ListAtom &atom, bool isDefinition) const {
  PremiseList result = extended;
  result.sorts.resize(own);
  result.variables.resize(own);
  result.definers.resize(own);
  ListAtom premise = atom;
  for (uint32_t a = 0; a < atom.arity - uint32_t(isDefinition); ++a) {
    if (atom.args[a] < own)
      continue;
    const uint32_t variable = extended.variables[atom.args[a]];
    const auto it = std::find(result.variables.begin(), result.variables.end(), variable);
    premise.args[a] = Operand(it - result.variables.begin());
    if (it == result.variables.end()) {
      result.sorts.push_back(extended.sorts[atom.args[a]]);
      result.variables.push_back(variable);
      result.definers.push_back(calculus::none);
    }
  }
  if (isDefinition) {
    premise.args[atom.arity - 1] = Operand(result.sorts.size());
    result.sorts.push_back(program.relations[atom.relation].columns.back().sort);
    result.variables.push_back(calculus::none);
    result.definers.push_back(uint32_t(result.atoms.size()));
    ++result.numDefinitions;
  }
  result.atoms.push_back(premise);
  return result;
}

/// Not what says which value a variable has.
bool PremiseLists::isCondition(const PremiseList &list, const ListAtom &atom) const {
  const Operand value = atom.output();
  if (list.variables[value] == calculus::none)
    return true; // A constant, or defined.
  std::vector<bool> occurs(list.sorts.size(), false);
  for (uint32_t a = 0; a + 1 < atom.arity; ++a)
    occurs[atom.args[a]] = true;
  for (size_t i = list.numDefinitions; i-- > 0;)
    if (const ListAtom &definition = list.atoms[i]; occurs[definition.output()])
      for (uint32_t a = 0; a + 1 < definition.arity; ++a)
        occurs[definition.args[a]] = true;
  return occurs[value];
}

bool PremiseLists::extend(const PremiseList &list,
                          const std::function<bool(const PremiseList &)> &visit) const {
  const bool isFull = list.atoms.size() >= bounds.premises;
  PremiseList own = list;
  if (makeCanonical(own) && !visit(own))
    return false;
  if (isFull)
    return true;
  const size_t count = list.sorts.size();
  const PremiseList extended = withVariables(list);
  bool goesOn = true;
  auto forAtoms = [&](uint32_t relation, uint32_t arguments, auto &&use) {
    const calculus::Relation &r = program.relations[relation];
    std::vector<uint32_t> sorts;
    for (const calculus::Column &column : r.columns)
      sorts.push_back(column.sort);
    forArguments(extended, count, sorts.data(), arguments, [&](const Arguments &args) {
      ListAtom atom{relation, uint8_t(r.arity()), false, args};
      if (goesOn)
        use(atom, sorts.back());
    });
  };
  auto repeats = [&](const ListAtom &atom) {
    return std::any_of(list.atoms.begin(), list.atoms.end(), [&](const ListAtom &other) {
      return other.isSameApplication(atom);
    });
  };
  for (const uint32_t function : usableFunctions)
    forAtoms(function, program.relations[function].arity() - 1,
             [&](const ListAtom &application, uint32_t sort) {
               if (repeats(application))
                 return;
               if (list.numConditions() == 0)
                 goesOn = extend(added(extended, count, application, true), visit);
               if (list.numConditions() >= bounds.conditions)
                 return;
               ListAtom atom = application;
               for (size_t o = 0; o < extended.sorts.size() && goesOn; ++o) {
                 const bool isConstant = o < explored.constants.size();
                 atom.args[atom.arity - 1] = Operand(o);
                 if (extended.sorts[o] != sort ||
                     (!isConstant && list.atoms.size() >= bounds.anyValue) ||
                     (o >= count && !atom.has(Operand(o), atom.arity - 1)) ||
                     !isCondition(extended, atom))
                   continue;
                 goesOn = extend(added(extended, count, atom, false), visit);
               }
             });
  for (const uint32_t relation : usableRelations) {
    if (list.numConditions() >= bounds.conditions)
      break;
    forAtoms(relation, program.relations[relation].arity(),
             [&](const ListAtom &atom, uint32_t) {
               if (std::find(list.atoms.begin(), list.atoms.end(), atom) !=
                   list.atoms.end())
                 return;
               if (isSymmetric(relation) && atom.args[0] == atom.args[1])
                 return;
               goesOn = extend(added(extended, count, atom, false), visit);
             });
  }
  return goesOn;
}

void PremiseLists::enumerate(const std::function<bool(const PremiseList &)> &visit) {
  PremiseList empty;
  for (const calculus::Term constant : explored.constants) {
    empty.sorts.push_back(program.sortOf(constant));
    empty.variables.push_back(calculus::none);
    empty.definers.push_back(calculus::none);
  }
  extend(empty, visit);
}

} // namespace mplrt
