//===- FindModels.cpp - Models of a theory that mplc has compiled ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// find-models [--models COUNT] SIZE < file: reads what `mplc --emit=plan` has
// written, and says of each conjecture whether a model of up to SIZE elements
// refutes it, and of what size. With --models, the sizes of that many models instead;
// with --print, also what they are.
//
//===----------------------------------------------------------------------===//

#include "runtime/model/ModelFinder.h"

#include <cstring>
#include <iostream>

namespace {

/// The lines of the plan.program operation, strings as MLIR writes them.
std::string programText(std::istream &in) {
  std::string text, line;
  while (std::getline(in, line) && line.find("plan.program {") == std::string::npos)
    continue;
  while (std::getline(in, line) && line.find('"') != std::string::npos) {
    const size_t begin = line.find('"') + 1, end = line.rfind('"');
    for (size_t i = begin; i < end; ++i) {
      if (line[i] != '\\')
        text += line[i];
      else if (line[i + 1] == '\\')
        text += line[++i];
      else {
        text += char(std::stoi(line.substr(i + 1, 2), nullptr, 16));
        i += 2;
      }
    }
    text += '\n';
  }
  return text;
}

} // namespace

int main(int argc, char **argv) {
  uint32_t count = 0, size = 0;
  bool isPrinted = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--models") == 0 && i + 1 < argc)
      count = uint32_t(std::stoul(argv[++i]));
    else if (std::strcmp(argv[i], "--print") == 0)
      isPrinted = true;
    else
      size = uint32_t(std::stoul(argv[i]));
  }
  std::string error;
  const auto program = mplc::calculus::parse(programText(std::cin), error);
  if (!program || size == 0) {
    std::cerr << "find-models: " << error << '\n';
    return 2;
  }
  const mplrt::ModelFinder finder(*program);
  if (count > 0) {
    for (const mplrt::FiniteModel &model : finder.several(size, count)) {
      std::cout << "model";
      for (const uint32_t n : model.sizes)
        std::cout << ' ' << n;
      std::cout << '\n';
      if (isPrinted)
        std::cout << print(*program, model);
    }
    return 0;
  }
  for (const auto &conjecture : program->conjectures) {
    if (conjecture.isComposite())
      continue;
    std::string reason;
    const auto refutation = finder.refute(conjecture.goal, size, &reason);
    if (!refutation) {
      std::cout << "open " << conjecture.name << ": " << reason << '\n';
      continue;
    }
    std::cout << "refuted " << conjecture.name << ": "
              << refutation->model.size() << '\n';
    if (!isPrinted)
      continue;
    for (const auto &[name, t] : conjecture.goal.binders)
      if (!mplc::calculus::isConstant(t))
        std::cout << name << " = " << refutation->assignment[t] << '\n';
    std::cout << print(*program, refutation->model);
  }
  return 0;
}
