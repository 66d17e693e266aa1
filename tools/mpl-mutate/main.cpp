//===- main.cpp - mpl-mutate ----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Mutations.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace mplmutate;

namespace {

constexpr const char *help =
    R"(usage: mpl-mutate --list proof
       mpl-mutate --index N proof
       mpl-mutate --check mpl-verify theory.mpl proof [other proofs...]
       mpl-mutate --fuzz N mpl-verify theory.mpl proof [other proofs...]

Spoils a valid proof, or a model that refutes a statement, in every way that is known
to make it wrong, one at a time.

  --list   print number, line and kind of each mutant
  --index  print one mutant
  --check  run the checker on each mutant (the other proofs are given to it as
           they are) and fail if it accepts one or crashes
  --fuzz   run the checker on N garbled copies and fail if it crashes
)";

bool read(const std::string &path, std::string &text) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  text = all.str();
  return bool(in);
}

/// The exit status, or -1 if the checker did not exit by itself.
int runChecker(const std::vector<std::string> &command) {
  pid_t child = fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stdout))
      _exit(126);
    std::vector<char *> arguments;
    for (const std::string &word : command)
      arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
    return -1;
  return WEXITSTATUS(status);
}

/// A file that is gone when the run is over.
class TemporaryFile {
public:
  /// The checker knows a model by its name.
  explicit TemporaryFile(const std::string &ending = "") {
    const char *folder = std::getenv("TMPDIR");
    path = std::string(folder ? folder : "/tmp") + "/mpl-mutate-XXXXXX" + ending;
    int file = mkstemps(path.data(), int(ending.size()));
    if (file >= 0)
      close(file);
  }
  ~TemporaryFile() { unlink(path.c_str()); }
  void write(const std::string &text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  }
  std::string path;
};

/// checker, theory, proof, others: the command with a file for the proof.
std::vector<std::string> commandFor(const std::vector<std::string> &arguments,
                                    const std::string &file) {
  std::vector<std::string> command = arguments;
  command[2] = file;
  return command;
}

bool isModel(const std::string &text) { return text.starts_with("mpl-model"); }

std::vector<Mutant> mutantsOf(const std::string &text) {
  return isModel(text) ? mutateModel(text) : mutate(ProofText(text));
}

int check(const std::vector<std::string> &arguments, const std::string &text) {
  TemporaryFile file(isModel(text) ? ".model" : "");
  std::vector<std::string> command = commandFor(arguments, file.path);
  std::map<std::string, size_t> kinds;
  size_t survivors = 0, count = 0;
  // Else a rejection would say nothing.
  file.write(isModel(text) ? text : join(ProofText(text).lines));
  if (runChecker(command) != 0) {
    std::printf("the proof itself is not accepted\n");
    return 1;
  }
  for (const Mutant &mutant : mutantsOf(text)) {
    file.write(mutant.text);
    ++kinds[mutant.kind];
    int status = runChecker(command);
    if (status != 1) {
      ++survivors;
      std::printf("mutant %zu, line %zu, %s: exit status %d\n", count,
                  mutant.line, mutant.kind.c_str(), status);
    }
    ++count;
  }
  std::printf("%zu mutants of %zu kinds, %zu not rejected\n", count,
              kinds.size(), survivors);
  return survivors ? 1 : 0;
}


int fuzz(unsigned count, const std::vector<std::string> &arguments,
         const std::string &text) {
  TemporaryFile file(isModel(text) ? ".model" : "");
  std::vector<std::string> command = commandFor(arguments, file.path);
  size_t crashes = 0;
  for (unsigned seed = 0; seed < count; ++seed) {
    file.write(garble(text, seed));
    int status = runChecker(command);
    if (status >= 0 && status <= 2)
      continue;
    ++crashes;
    std::printf("seed %u: exit status %d\n", seed, status);
  }
  std::printf("%u garbled proofs, %zu crashes\n", count, crashes);
  return crashes ? 1 : 0;
}

int usage() {
  std::fputs(help, stderr);
  return 2;
}

} // namespace

int main(int argc, char **argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty())
    return usage();
  if (words[0] == "--help") {
    std::fputs(help, stdout);
    return 0;
  }
  std::string mode = words[0];
  words.erase(words.begin());
  unsigned number = 0;
  if (mode == "--index" || mode == "--fuzz") {
    if (words.empty())
      return usage();
    number = unsigned(std::strtoul(words[0].c_str(), nullptr, 10));
    words.erase(words.begin());
  }
  bool runs = mode == "--check" || mode == "--fuzz";
  if (words.size() < (runs ? 3 : 1))
    return usage();
  std::string text;
  if (!read(words[runs ? 2 : 0], text)) {
    std::fprintf(stderr, "mpl-mutate: error: cannot read the proof\n");
    return 2;
  }
  if (mode == "--fuzz")
    return fuzz(number, words, text);
  if (!isModel(text) && ProofText(text).lines.size() < 5) {
    std::fprintf(stderr, "mpl-mutate: error: this is no proof\n");
    return 2;
  }
  if (mode == "--check")
    return check(words, text);
  std::vector<Mutant> mutants = mutantsOf(text);
  if (mode == "--index" && number < mutants.size()) {
    std::cout << mutants[number].text;
    return 0;
  }
  if (mode != "--list")
    return usage();
  for (size_t i = 0; i < mutants.size(); ++i)
    std::printf("%zu line %zu %s\n", i, mutants[i].line,
                mutants[i].kind.c_str());
  return 0;
}
