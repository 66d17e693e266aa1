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
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatAdapters.h"
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

/// A stage that all targets share or, from `firstProduct` on, a product of one.
enum class Place : unsigned { whole = ~0u };
constexpr unsigned firstProduct = unsigned(Stage::Product);

cl::opt<Place> emitPlace(
    "emit", cl::desc("How far to compile (default: all the way):"),
    cl::cat(compilerCategory), cl::init(Place::whole),
    cl::values(clEnumValN(Place(Stage::AST), "ast", "syntax tree, with types"),
               clEnumValN(Place(Stage::Source), "mpl-source",
                          "the theory in canonical form, imports expanded"),
               clEnumValN(Place(Stage::Terms), "mpl-terms",
                          "the same with terms and infix formulas"),
               clEnumValN(Place(Stage::MPL), "mpl", "mpl dialect"),
               clEnumValN(Place(Stage::Horn), "horn", "horn dialect: rules"),
               clEnumValN(Place(Stage::Plan), "plan", "plan dialect: kernels")));
cl::opt<char> level("O",
                    cl::desc("Optimisation, -O0 to -O3 (default: -O2; -O0 if "
                             "there are more than 512 kernels)"),
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
cl::list<std::string>
    includes("I", cl::value_desc("folder"), cl::Prefix,
             cl::cat(compilerCategory),
             cl::desc("Where to look for imported files, before the library"));
cl::opt<bool> printTargets("print-targets", cl::desc("List the targets"),
                           cl::cat(compilerCategory));

/// All products of all targets, in order.
std::vector<std::pair<const Target *, const Product *>> allProducts() {
  std::vector<std::pair<const Target *, const Product *>> products;
  for (const Target *each : allTargets())
    for (const Product &product : each->getProducts())
      products.push_back({each, &product});
  return products;
}

/// Adds the targets' products to what --emit takes.
void addProducts() {
  static std::vector<std::string> descriptions; // Kept by the option.
  const auto products = allProducts();
  descriptions.reserve(products.size());
  for (size_t i = 0; i < products.size(); ++i) {
    const auto [owner, product] = products[i];
    descriptions.push_back(
        (product->description + " (" + owner->getName() + ")").str());
    emitPlace.getParser().addLiteralOption(
        product->name, Place(firstProduct + unsigned(i)), descriptions.back());
  }
}

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
  return WrongUsage;
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
  addProducts();
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
    result.exitCode = WrongUsage;
    return result;
  }
  if (printTargets) {
    for (const Target *each : allTargets()) {
      llvm::outs() << llvm::left_justify(each->getName(), 8)
                   << each->getDescription() << ": ";
      llvm::interleaveComma(each->getProducts(), llvm::outs(),
                            [](const Product &p) { llvm::outs() << p.name; });
      llvm::outs() << "\n";
    }
    result.exitCode = Done;
    return result;
  }

  options.input = input;
  options.output = output;
  options.includes.assign(includes.begin(), includes.end());
  options.target = findTarget(target);
  options.cpu = cpu;
  options.linker = linker;
  if (level.getNumOccurrences())
    options.level = unsigned(level - '0');
  if (options.input.empty())
    result.exitCode = usageError("no input file");
  else if (level < '0' || level > '3')
    result.exitCode = usageError("-O takes a number from 0 to 3");
  else if (!options.target)
    result.exitCode =
        usageError("no target '" + target + "'; --print-targets lists them");
  else if (options.run &&
           (emitPlace != Place::whole || !options.output.empty()))
    result.exitCode = usageError("'mplc run' takes neither --emit nor -o");
  else if (options.run && !options.target->makesPrograms())
    result.exitCode = usageError("target '" + target +
                                 "' makes nothing that this machine runs");
  if (result.exitCode)
    return result;

  options.product = &options.target->getProducts().back();
  if (emitPlace == Place::whole)
    return result;
  const auto place = unsigned(emitPlace.getValue());
  if (place < firstProduct) {
    options.stage = Stage(place);
    return result;
  }
  const auto [owner, product] = allProducts()[place - firstProduct];
  if (owner != options.target)
    result.exitCode = usageError("target '" + target + "' makes no '" +
                                 product->name + "'; target '" +
                                 owner->getName() + "' does");
  options.product = product;
  return result;
}

} // namespace mplc
