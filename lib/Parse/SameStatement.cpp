//===- SameStatement.cpp - Equality up to names and order -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two expressions are matched top down; bound variables are paired when they
// first meet, and the parts of conjunctions are tried in every order, with a
// bound on the work: what takes longer counts as different.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/TermPrinter.h"

#include <functional>
#include <map>

using namespace mplc;

namespace {

using Continuation = std::function<bool()>;

class Matcher {
public:
  bool run(const Expr &left, const Expr &right) {
    return match(left, right, [] { return true; });
  }

private:
  static const Expr &strip(const Expr &expr) {
    const Expr *at = &expr;
    while (at->kind == Expr::Kind::Negation &&
           at->operands[0]->kind == Expr::Kind::Negation)
      at = at->operands[0]->operands[0].get();
    return *at;
  }

  static void flatten(const Expr &expr, std::vector<const Expr *> &parts) {
    const Expr &inner = strip(expr);
    if (inner.kind != Expr::Kind::Conjunction) {
      parts.push_back(&inner);
      return;
    }
    for (const ExprPtr &operand : inner.operands)
      flatten(*operand, parts);
  }

  bool isSame(const std::string &left, const std::string &right) const {
    auto it = toRight.find(left);
    if (it != toRight.end() && it->second.bound)
      return it->second.name == right;
    auto other = toLeft.find(right);
    return (other == toLeft.end() || !other->second.bound) && left == right;
  }

  /// Pairs the names of two argument lists; the new pairs are in `paired`.
  bool pair(const Expr &left, const Expr &right,
            std::vector<std::pair<std::string, std::string>> &paired) {
    if (left.arguments.size() != right.arguments.size())
      return false;
    for (size_t i = 0; i < left.arguments.size(); ++i) {
      const std::string &a = left.arguments[i].name;
      const std::string &b = right.arguments[i].name;
      auto ofA = toRight.find(a), ofB = toLeft.find(b);
      bool openA = ofA != toRight.end() && ofA->second.bound &&
                   ofA->second.name.empty();
      bool openB = ofB != toLeft.end() && ofB->second.bound &&
                   ofB->second.name.empty();
      if (openA != openB)
        return false;
      if (openA) {
        if (ofA->second.level != ofB->second.level)
          return false;
        ofA->second.name = b;
        ofB->second.name = a;
        paired.push_back({a, b});
      } else if (!isSame(a, b)) {
        return false;
      }
    }
    return true;
  }

  bool match(const Expr &leftSide, const Expr &rightSide,
             const Continuation &then) {
    if (++work > 20000)
      return false;
    const Expr &left = strip(leftSide), &right = strip(rightSide);
    if (left.kind != right.kind)
      return false;
    switch (left.kind) {
    case Expr::Kind::Atom:
    case Expr::Kind::Equality: {
      if (left.name != right.name)
        return false;
      std::vector<std::pair<std::string, std::string>> paired;
      bool ok = pair(left, right, paired) && then();
      if (!ok)
        for (auto &[a, b] : paired)
          toRight[a].name.clear(), toLeft[b].name.clear();
      return ok;
    }
    case Expr::Kind::Negation:
      return match(*left.operands[0], *right.operands[0], then);
    case Expr::Kind::Conjunction:
      return matchParts({&left}, {&right}, then);
    case Expr::Kind::Implication:
      return matchImplication(left, right, then);
    }
    return false;
  }

  /// Premises of an implication without variables on the right are premises.
  static const Expr *unfold(const Expr &implication,
                            std::vector<const Expr *> &premises) {
    const Expr *at = &implication;
    do {
      premises.push_back(at->operands[0].get());
      at = &strip(*at->operands[1]);
    } while (at->kind == Expr::Kind::Implication && at->arguments.empty());
    return at;
  }

  bool matchImplication(const Expr &left, const Expr &right,
                        const Continuation &then) {
    if (left.arguments.size() != right.arguments.size())
      return false;
    auto savedRight = toRight, savedLeft = toLeft;
    ++level;
    for (const Identifier &id : left.arguments)
      toRight[id.name] = {"", true, level};
    for (const Identifier &id : right.arguments)
      toLeft[id.name] = {"", true, level};
    std::vector<const Expr *> leftParts, rightParts;
    const Expr *leftHead = unfold(left, leftParts);
    const Expr *rightHead = unfold(right, rightParts);
    bool ok = matchParts(leftParts, rightParts, [&] {
      return match(*leftHead, *rightHead, [&] {
        // What stands behind is outside of the quantifier.
        auto innerRight = toRight, innerLeft = toLeft;
        toRight = restored(savedRight, innerRight);
        toLeft = restored(savedLeft, innerLeft);
        bool rest = then();
        if (!rest)
          toRight = innerRight, toLeft = innerLeft;
        return rest;
      });
    });
    if (!ok)
      toRight = savedRight, toLeft = savedLeft;
    return ok;
  }

  bool matchParts(const std::vector<const Expr *> &left,
                  const std::vector<const Expr *> &right,
                  const Continuation &then) {
    std::vector<const Expr *> leftParts, rightParts;
    for (const Expr *each : left)
      flatten(*each, leftParts);
    for (const Expr *each : right)
      flatten(*each, rightParts);
    if (leftParts.size() != rightParts.size())
      return false;
    std::vector<bool> used(rightParts.size());
    return matchFrom(0, leftParts, rightParts, used, then);
  }

  bool matchFrom(size_t i, const std::vector<const Expr *> &left,
                 const std::vector<const Expr *> &right,
                 std::vector<bool> &used, const Continuation &then) {
    if (i == left.size())
      return then();
    for (size_t k = 0; k < right.size(); ++k) {
      if (used[k])
        continue;
      used[k] = true;
      if (match(*left[i], *right[k], [&] {
            return matchFrom(i + 1, left, right, used, then);
          }))
        return true;
      used[k] = false;
    }
    return false;
  }

  struct Partner {
    std::string name; ///< Empty: not met yet.
    bool bound = false;
    unsigned level = 0;
  };
  using Partners = std::map<std::string, Partner>;

  /// The outer variables, with what was paired inside.
  static Partners restored(const Partners &outer, const Partners &inner) {
    Partners result = outer;
    for (auto &[name, partner] : result) {
      auto it = inner.find(name);
      if (it != inner.end() && it->second.level == partner.level)
        partner = it->second;
    }
    return result;
  }

  Partners toRight, toLeft;
  unsigned level = 0;
  unsigned work = 0;
};

} // namespace

bool mplc::isSameStatement(const Expr &left, const Expr &right) {
  return Matcher().run(left, right);
}
