//===- main.cpp - mpl-verify ----------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FormulaParser.h"
#include "Imports.h"
#include "Model.h"
#include "Proofs.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <set>

using namespace mplverify;
namespace fs = std::filesystem;

#ifndef MPL_VERIFY_VERSION
#define MPL_VERIFY_VERSION "unknown"
#endif

namespace {

constexpr const char *help =
    R"(usage: mpl-verify [options] theory.mpl proof...

Checks proofs against a theory, and models that refute what it states. A proof is
a file, a model a file *.model; a folder stands for the files *.proof and *.model in
its subfolder 'proofs' if there is one, else in itself. Each one that is rejected is
reported on one line. A theorem that a proof uses must be proved by one of the given
proofs, or assumed in the theory file. If the folder has a file 'refuted.tsv', each
conjecture that it names must be refuted by one of the given files.

options:
  --list     print each theorem that is accepted, and what is refuted
  --stats    print the number of steps, the time and the speed
  --quiet    no closing line
  --help     print this text
  --version  print the version

exit status: 0 if all are accepted, 1 if any is rejected, 2 if the theory or the
arguments are wrong
)";

struct Options {
  bool list = false, stats = false, quiet = false;
  std::vector<std::string> paths;
};

int usageError(const std::string &message) {
  std::fprintf(stderr, "mpl-verify: error: %s\n", message.c_str());
  return 2;
}

int cannotRead(const std::string &path) {
  std::string text, reason;
  readFile(path, text, 0, &reason);
  return usageError("cannot read " + quote(path) +
                    (reason.empty() ? "" : ": " + reason));
}

void report(const Proof &proof, const Theory &theory, const Options &options) {
  if (proof.isSilent)
    return;
  if (!proof.error.empty()) {
    std::printf("%s:%zu: %s\n", proof.path.c_str(), proof.errorLine,
                proof.error.c_str());
    return;
  }
  bool contradiction =
      proof.theorem.statement == FormulaStore::falseFormula;
  if (contradiction) {
    bool more = proof.assumes || proof.citesFacts;
    std::printf("%s: WARNING: axioms are contradictory%s\n",
                proof.path.c_str(),
                more ? " with the assumptions or facts of the file" : "");
  }
  if (options.list)
    std::printf("%s%s\n",
                std::string(theory.symbols.text(proof.theorem.name)).c_str(),
                proof.refuted == SymbolTable::anonymous
                    ? ""
                    : (" refutes " + theory.symbols.quoted(proof.refuted)).c_str());
}

void report(const ModelFile &model, const Theory &theory, const Options &options) {
  if (!model.error.empty())
    std::printf("%s:%zu: %s\n", model.path.c_str(), model.errorLine,
                model.error.c_str());
  else if (options.list)
    std::printf("a model refutes %s\n", theory.symbols.quoted(model.refuted.name).c_str());
}

/// Conjectures that the folder's list of false statements names, but no file refutes;
/// each is reported. The list names other things too, which are not looked at.
size_t missingRefutations(const std::string &folder, const std::set<Symbol> &refuted,
                          Theory &theory) {
  const std::string path = (fs::path(folder) / "refuted.tsv").string();
  std::string text;
  std::error_code code;
  if (!fs::is_regular_file(path, code) || !readFile(path, text))
    return 0;
  size_t missing = 0;
  Lines lines{text};
  std::string_view line;
  while (lines.next(line)) {
    const std::string_view name = line.substr(0, line.find('\t'));
    if (lines.number == 1 || !isName(name))
      continue;
    const Symbol symbol = theory.symbols.intern(name);
    if (!theory.statement(symbol) || refuted.count(symbol))
      continue;
    ++missing;
    std::printf("%s:%zu: nothing refutes %s\n", path.c_str(), lines.number,
                theory.symbols.quoted(symbol).c_str());
  }
  return missing;
}

int run(const Options &options) {
  Theory theory;
  std::string error;
  if (!readTheory(options.paths[0], theory, error)) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 2;
  }
  std::vector<std::string> files;
  for (size_t i = 1; i < options.paths.size(); ++i)
    if (!findFiles(options.paths[i], files))
      return cannotRead(options.paths[i]);
  if (files.empty())
    return usageError("there are no proofs to check");
  ProofSet proofs(theory);
  std::vector<ModelFile> models;
  for (const std::string &file : files)
    if (!(fs::path(file).extension() == ".model"
              ? checkModel(theory, file, models.emplace_back())
              : proofs.add(file)))
      return cannotRead(file);

  auto start = std::chrono::steady_clock::now();
  proofs.check();
  std::chrono::duration<double> seconds =
      std::chrono::steady_clock::now() - start;

  size_t rejected = 0;
  std::set<Symbol> refuted;
  for (const Proof &proof : proofs.all()) {
    rejected += !proof.error.empty();
    report(proof, theory, options);
    if (proof.error.empty())
      refuted.insert(proof.refuted);
  }
  for (const ModelFile &model : models) {
    rejected += !model.error.empty();
    report(model, theory, options);
    if (model.error.empty())
      refuted.insert(model.refuted.name);
  }
  ImportChecker imports;
  imports.check(theory);
  for (const std::string &problem : imports.problems)
    std::printf("%s\n", problem.c_str());
  rejected += imports.problems.size();
  size_t missing = 0;
  for (size_t i = 1; i < options.paths.size(); ++i)
    missing += missingRefutations(options.paths[i], refuted, theory);
  if (!options.quiet)
    std::printf("%zu accepted, %zu rejected\n",
                proofs.all().size() + models.size() + imports.problems.size() - rejected,
                rejected);
  if (options.stats)
    std::printf("%zu steps, %.3f s, %.0f steps/s\n", proofs.stepsChecked(),
                seconds.count(),
                double(proofs.stepsChecked()) / std::max(seconds.count(), 1e-9));
  return rejected + missing ? 1 : 0;
}

} // namespace

int main(int argc, char **argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (argument == "--help") {
      std::fputs(help, stdout);
      return 0;
    }
    if (argument == "--version") {
      std::puts("mpl-verify " MPL_VERIFY_VERSION);
      return 0;
    }
    if (argument == "--list")
      options.list = true;
    else if (argument == "--stats")
      options.stats = true;
    else if (argument == "--quiet")
      options.quiet = true;
    else if (argument.starts_with("-"))
      return usageError("unknown option " + quote(argument));
    else
      options.paths.push_back(argument);
  }
  if (options.paths.size() < 2)
    return usageError("expected a theory and at least one proof; see --help");
  std::set_new_handler([] {
    std::fputs("mpl-verify: error: out of memory\n", stderr);
    std::_Exit(2);
  });
  return run(options);
}
