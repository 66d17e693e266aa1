//===- Law.h - Terms, literals and what is conjectured of them --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_LAW_H
#define MPLRT_EXPLORE_LAW_H

#include "mplc/Calculus/Program.h"

#include <string>
#include <vector>

namespace mplrt {

namespace calculus = mplc::calculus;

struct ExploredTerm {
  enum class Kind : uint8_t { Variable, Constant, Application };
  Kind kind = Kind::Variable;
  uint32_t head = 0; ///< Variable: its number; constant: index; else function.
  std::vector<uint32_t> args; ///< Terms.
  uint32_t sort = 0;          ///< Membership relation.
  uint32_t size = 0;          ///< Applications in it.
};

/// An equation between two terms, or a relation between terms, or its negation.
struct Literal {
  uint32_t relation = calculus::none; ///< None: an equation.
  std::vector<uint32_t> terms;        ///< Of an equation: left and right.
  bool isNegated = false;

  bool isEquation() const { return relation == calculus::none; }
  bool operator==(const Literal &) const = default;
};

/// Where the theory has no table for it, a negated literal can only be a head.
/// `conditions -> head`, for all values of the variables in it. The left side of an
/// equation is an application, unless it is the head and both sides are smaller.
struct Law {
  std::vector<Literal> conditions;
  Literal head;
};

/// Reads and writes laws over a growing list of terms.
class LawWriter {
public:
  LawWriter(const calculus::Program &program, const std::vector<ExploredTerm> &terms)
      : program(program), terms(terms) {}

  /// The same for laws that differ in names of variables, sides of equations and
  /// order of conditions only.
  std::string canonical(const Law &law) const;
  /// For people, for instance `a + b = a + c -> b = c`.
  std::string text(const Law &law) const;
  /// As a conjecture in relational form: applications as premises, a condition an
  /// application whose output is that of its other side.
  calculus::Conjecture conjecture(const Law &law, const std::string &name) const;

  /// Fewer is more general: occurrences of constants less distinct variables.
  int weight(const Law &law) const {
    const auto [constants, variables] = count(law);
    return int(constants) - int(variables);
  }
  struct Count {
    uint32_t constants, variables; ///< Occurrences; distinct ones.
  };
  Count count(const Law &law) const;
  uint32_t size(const Literal &literal) const;

  std::string text(uint32_t term) const;

private:
  std::string text(const Literal &literal) const;

  const calculus::Program &program;
  const std::vector<ExploredTerm> &terms;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_LAW_H
