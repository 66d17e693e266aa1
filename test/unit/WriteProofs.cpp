//===- WriteProofs.cpp - Proofs of the hand-made theory -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// write-proofs DIRECTORY: proves the laws and writes their proofs there, so that
// the checker is tested against the prover without the compiler between them.
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/strategy/Stated.h"

#include <fstream>

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  const mplrt::Theory theory(mplc::test::peano(), {});
  mplrt::Search grid(theory, {});
  mplrt::Stated(grid).run();
  grid.store.finish("");
  for (size_t c = 0; c < grid.store.outcomes().size(); ++c) {
    if (grid.store.outcomes()[c].status != mplrt::Status::Proved)
      return 1;
    const std::string name = theory.program.conjectures[c].name;
    std::ofstream(std::string(argv[1]) + "/" + name + ".proof")
        << grid.store.outcomes()[c].proof.text;
  }
  return 0;
}
