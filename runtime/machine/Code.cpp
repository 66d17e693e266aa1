//===- Code.cpp - Rules of a block as the words of a core -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Code.h"

#include "runtime/machine/Ports.h"

namespace mplrt {

namespace {

void compilePlans(const calculus::Matcher &matcher,
                  const calculus::Program &program, CompiledForm &result) {
  for (const calculus::Plan &plan : calculus::plan(matcher, program)) {
    machine::Unit unit = machine::translate(matcher, plan, program);
    if (!machine::allocateRegisters(unit.code, result.error))
      return;
    CompiledPlan compiled;
    compiled.relation = unit.index;
    for (const machine::Instruction &instruction : unit.code) {
      const auto word = machine::encode(instruction, result.error);
      if (!word)
        return;
      compiled.words.push_back(*word);
    }
    result.plans.push_back(std::move(compiled));
  }
}

} // namespace

CompiledForm compileMatcher(const calculus::Matcher &matcher,
                            const calculus::Program &program) {
  CompiledForm result;
  compilePlans(matcher, program, result);
  return result;
}

CompiledForm compileForm(const calculus::RuleForm &form,
                         const calculus::Program &program) {
  CompiledForm result;
  compilePlans(calculus::matcherOf(form.rule, 0), program, result);
  for (const calculus::Matcher &build :
       calculus::deriveBuilds(form.rule, 0, program, /*isTheorem=*/true))
    compilePlans(build, program, result);
  return result;
}

bool ProgramMemory::add(const CompiledForm &form, uint32_t rule) {
  if (!form.error.empty())
    return false;
  for (const CompiledPlan &plan : form.plans) {
    const auto address = uint32_t(words.size());
    words.insert(words.end(), plan.words.begin(), plan.words.end());
    constexpr uint64_t next = machine::kNoAddress;
    constexpr uint64_t ruleField = uint64_t(machine::kMaxRule) << 16;
    words[address] = (words[address] & ~ruleField) | uint64_t(rule) << 16 | next;
    uint32_t &last = lastPlan[plan.relation];
    if (last == machine::kNoAddress)
      firstPlan[plan.relation] = address;
    else
      words[last] = (words[last] & ~next) | address;
    last = address;
  }
  return true;
}

void HeldProgram::load(const ProgramMemory &wanted, std::vector<uint32_t> &commands) {
  constexpr size_t most = 0xFFF; // Instructions a command.
  const size_t n = wanted.words.size();
  if (words.size() < n)
    words.resize(n, 0);
  for (size_t i = 0; i < n;) {
    if (words[i] == wanted.words[i]) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < n && end - i < most && words[end] != wanted.words[end])
      ++end;
    commands.push_back(firstWord(Command::Program, uint32_t(end - i) << 16 | uint32_t(i)));
    for (; i < end; ++i) {
      words[i] = wanted.words[i];
      commands.push_back(uint32_t(words[i]));
      commands.push_back(uint32_t(words[i] >> 32));
    }
  }
  for (uint32_t r = 0; r < plans.size(); ++r)
    if (plans[r] != wanted.firstPlan[r]) {
      plans[r] = wanted.firstPlan[r];
      commands.push_back(firstWord(Command::Plan, r | plans[r] << 8));
    }
}

std::shared_ptr<const TheoremCode::Forms>
TheoremCode::of(const std::shared_ptr<const InstalledTheorem> &theorem) {
  const std::scoped_lock lock(mutex);
  std::shared_ptr<const Forms> &entry = forms[theorem];
  if (!entry) {
    auto compiled = std::make_shared<Forms>();
    for (const calculus::RuleForm &form : theorem->forms)
      compiled->push_back(compileForm(form, program));
    entry = std::move(compiled);
  }
  return entry;
}

} // namespace mplrt
