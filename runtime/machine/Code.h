//===- Code.h - Rules of a block as the words of a core ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_CODE_H
#define MPLRT_MACHINE_CODE_H

#include "mplc/Machine/Image.h"
#include "runtime/layout/RuleSet.h"

#include <map>
#include <mutex>

namespace mplrt {

namespace machine = mplc::machine;

/// A plan, encoded, without its rule and what comes after it.
struct CompiledPlan {
  uint32_t relation = 0;
  std::vector<uint64_t> words;
};

/// All plans of a rule form, or of a goal; or why there are none.
struct CompiledForm {
  std::vector<CompiledPlan> plans;
  std::string error;
};

/// As addForm() in layout/Chains.h: the rule and its builds, in this order.
CompiledForm compileForm(const calculus::RuleForm &form,
                         const calculus::Program &program);
CompiledForm compileMatcher(const calculus::Matcher &matcher,
                            const calculus::Program &program);

/// The instruction memory that a block wants.
class ProgramMemory {
public:
  ProgramMemory() = default;
  explicit ProgramMemory(const machine::Linked &theory)
      : words(theory.words), firstPlan(theory.firstPlan),
        lastPlan(theory.lastPlan) {}

  /// Adds the plans of a form as rule `rule`, after those that are there. False if
  /// it has none.
  bool add(const CompiledForm &form, uint32_t rule);

  std::vector<uint64_t> words;
  std::vector<uint32_t> firstPlan, lastPlan; ///< By relation.
};

/// What the host knows to be in a core's instruction memory, and as the first plans in
/// its table.
class HeldProgram {
public:
  explicit HeldProgram(size_t numRelations) : plans(numRelations, machine::kNoAddress) {}

  /// Appends the commands that make it `wanted`: the words and plans that differ.
  void load(const ProgramMemory &wanted, std::vector<uint32_t> &commands);

private:
  std::vector<uint64_t> words;
  std::vector<uint32_t> plans;
};

/// The forms of theorems, compiled once for all cores.
class TheoremCode {
public:
  explicit TheoremCode(const calculus::Program &program) : program(program) {}

  using Forms = std::vector<CompiledForm>;
  std::shared_ptr<const Forms>
  of(const std::shared_ptr<const InstalledTheorem> &theorem);

private:
  const calculus::Program &program;
  std::mutex mutex;
  /// Theorems are kept: what they are found by is their address.
  std::map<std::shared_ptr<const InstalledTheorem>, std::shared_ptr<const Forms>>
      forms;
};

} // namespace mplrt

#endif // MPLRT_MACHINE_CODE_H
