//===- Options.cpp - The command line of mplc -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/mplc/Options.h"

#include "mplc/Target/Target.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

namespace cl = llvm::cl;

namespace mplc {
namespace {

// Categories are listed by name: these are in the order meant.
cl::OptionCategory compilerCategory("Compiler options");
cl::OptionCategory
    developerCategory("Developer options",
                      "What happens inside: MLIR's pass manager");

cl::opt<std::string> input(cl::Positional, cl::desc("<file.mpl>"),
                           cl::cat(compilerCategory));
cl::opt<std::string>
    output("o", cl::value_desc("file"), cl::cat(compilerCategory),
           cl::desc("Where to write (default: text to standard output, objects "
                    "and executables to a file named after the input)"));
cl::opt<Stage> emitStage(
    "emit", cl::desc("How far to compile:"), cl::cat(compilerCategory),
    cl::init(Stage::Executable),
    cl::values(clEnumValN(Stage::AST, "ast", "syntax tree, with types"),
               clEnumValN(Stage::Source, "mpl-source",
                          "the theory in canonical form, imports expanded"),
               clEnumValN(Stage::MPL, "mpl", "mpl dialect"),
               clEnumValN(Stage::Horn, "horn", "horn dialect: rules"),
               clEnumValN(Stage::Plan, "plan", "plan dialect: kernels"),
               clEnumValN(Stage::LLVM, "llvm", "LLVM dialect"),
               clEnumValN(Stage::LLVMIR, "llvm-ir", "LLVM IR, optimised"),
               clEnumValN(Stage::Object, "obj", "object file"),
               clEnumValN(Stage::Executable, "exe", "executable (default)")));
cl::opt<char> level("O", cl::desc("Optimisation, -O0 to -O3 (default: -O2)"),
                    cl::value_desc("0-3"), cl::Prefix, cl::init('2'),
                    cl::cat(compilerCategory));
cl::opt<std::string> target("target", cl::desc("What to compile for"),
                            cl::value_desc("name"), cl::init("native"),
                            cl::cat(compilerCategory));
cl::opt<std::string>
    cpu("cpu",
        cl::desc("Processor to compile for: 'native', 'generic' or a name"),
        cl::value_desc("name"), cl::init("native"), cl::cat(compilerCategory));
cl::opt<std::string>
    linker("linker", cl::value_desc("driver"), cl::cat(compilerCategory),
           cl::desc("Compiler driver that links (default: clang++-22, clang++, "
                    "c++ or g++, whichever is found first)"));
cl::opt<bool> printTargets("print-targets", cl::desc("List the targets"),
                           cl::cat(compilerCategory));

/// MLIR's options are the developer's; LLVM's hundreds are nobody's here.
void sortOptions() {
  for (auto &entry : cl::getRegisteredOptions()) {
    cl::Option *option = entry.second;
    if (entry.first.starts_with("mlir-"))
      option->Categories.assign(1, &developerCategory);
  }
  cl::HideUnrelatedOptions(
      {&compilerCategory, &developerCategory, &cl::getGeneralCategory()});
  for (auto &entry : cl::getRegisteredOptions()) {
    cl::Option *option = entry.second;
    const bool isGeneral =
        llvm::is_contained(option->Categories, &cl::getGeneralCategory());
    if (isGeneral && entry.first != "help" && entry.first != "version" &&
        entry.first != "help-hidden")
      option->setHiddenFlag(cl::ReallyHidden);
  }
}

void printVersion(llvm::raw_ostream &os) {
  os << "mplc " MPLC_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
}

int usageError(const llvm::Twine &message) {
  llvm::errs() << "mplc: error: " << message << "\nmplc: try 'mplc --help'\n";
  return BadUsage;
}

/// `mplc run [options] file [arguments]`: what follows the file is the
/// program's own. Takes it off the command line.
std::vector<const char *> splitRun(int argc, char **argv, Options &options) {
  std::vector<const char *> own{argv[0]};
  int next = 1;
  if (argc > 1 && llvm::StringRef(argv[1]) == "run") {
    options.run = true;
    next = 2;
  }
  for (; next < argc; ++next) {
    own.push_back(argv[next]);
    if (options.run && argv[next][0] != '-') {
      options.programArguments.assign(argv + next + 1, argv + argc);
      break;
    }
  }
  return own;
}

} // namespace

CommandLine parseCommandLine(int argc, char **argv) {
  CommandLine result;
  Options &options = result.options;
  const std::vector<const char *> own = splitRun(argc, argv, options);

  mlir::registerAsmPrinterCLOptions();
  mlir::registerMLIRContextCLOptions();
  mlir::registerPassManagerCLOptions();
  mlir::registerDefaultTimingManagerCLOptions();
  sortOptions();
  cl::SetVersionPrinter(printVersion);
  std::string errors;
  llvm::raw_string_ostream errorStream(errors);
  if (!cl::ParseCommandLineOptions(
          int(own.size()), own.data(),
          "Compiles a theory to an executable that explores it\n\n"
          "  mplc file.mpl              compile\n"
          "  mplc run file.mpl [...]    compile, run with these options, clean "
          "up\n",
          &errorStream)) {
    llvm::errs() << errors;
    result.exitCode = BadUsage;
    return result;
  }
  if (printTargets) {
    for (const Target *each : allTargets())
      llvm::outs() << each->getName() << "  " << each->getDescription() << "\n";
    result.exitCode = Done;
    return result;
  }

  options.input = input;
  options.output = output;
  options.stage = emitStage;
  options.target = target;
  options.cpu = cpu;
  options.linker = linker;
  options.level = unsigned(level - '0');
  if (options.input.empty())
    result.exitCode = usageError("no input file");
  else if (level < '0' || level > '3')
    result.exitCode = usageError("-O takes a number from 0 to 3");
  else if (!findTarget(options.target))
    result.exitCode = usageError("no target '" + options.target +
                                 "'; --print-targets lists them");
  else if (options.run &&
           (options.stage != Stage::Executable || !options.output.empty()))
    result.exitCode = usageError("'mplc run' takes neither --emit nor -o");
  return result;
}

} // namespace mplc
