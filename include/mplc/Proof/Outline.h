//===- Outline.h - A proof as people read it --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_OUTLINE_H
#define MPLC_PROOF_OUTLINE_H

#include "mplc/Proof/Reading.h"

namespace mplc::proof {

struct OutlineBlock;

/// A further side of an equation, and the steps that make it equal to the side
/// before.
struct ChainLink {
  Term side;
  std::vector<StepNumber> from;
};

/// A step as it is read. In terms much of what a proof has to say is nothing
/// new, and is marked so that a reader may be spared it.
struct OutlineStep {
  enum class Role {
    Main,
    Typing,   ///< That something is a member of a set.
    Value,    ///< Names a value, which is read as a term from here on.
    Restated, ///< Reads as a step before, a cited theorem, or `t = t`.
  };
  const Step *step = nullptr;
  Role role = Role::Main;
  Sentence sentence;
  /// Main steps: 1, 2, 3 and so on through the whole proof. 0 for others, for
  /// all in blocks of others, and for the theorem where its proof is one block.
  unsigned number = 0;
  /// The main steps that it rests on, each once; restated ones are replaced by
  /// what they restate.
  std::vector<StepNumber> from;
  /// Other steps that it cites.
  std::vector<StepNumber> alsoFrom;
  /// Theorems whose restatements it cites or applies.
  std::vector<std::string> theorems;
  /// If it says `t = t'` by way of other terms: what comes after t.
  std::vector<ChainLink> chain;
  Term chainStart;
  /// Premises: what kind.
  Premise::Kind premise = Premise::Kind::Given;
  /// If the step applies or rewrites another step that is main: that.
  StepNumber applied = 0;
  /// What is new in it: names that stand for themselves, of a witness.
  std::vector<Bound> named;
  std::vector<OutlineBlock> blocks;
};

struct OutlineBlock {
  const Block *block = nullptr;
  std::vector<Bound> named; ///< Names for values that the block is about.
  Sentence goal;            ///< What is to be shown.
  /// Case of an induction or a split: what is made, and of what. Condition:
  /// what holds.
  Term subject, made;
  Sentence condition;
  bool isBase = false;   ///< A constructor without inputs of its own set.
  bool isFolded = false; ///< Typing only: that the variable is a member.
  std::vector<OutlineStep> steps;
};

/// How the variables of a theorem are called: as it calls them, or, if
/// exploration found it, in the order in which they are read.
Names namesOf(const Run &run, const Theorem &theorem);

/// The proof of a theorem, trimmed or not. It points into the theorem and the
/// run. `unsigned` numbers go to main steps in the order in which they stand.
OutlineBlock outlineOf(const Run &run, const Theorem &theorem);

/// For each theorem the theorems that its proof cites, as their places in
/// `run.theorems`, each once, in that order. Assumed ones are left out.
std::vector<std::vector<size_t>> dependenciesOf(const Run &run);

} // namespace mplc::proof

#endif // MPLC_PROOF_OUTLINE_H
