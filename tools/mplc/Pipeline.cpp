//===- Pipeline.cpp - From a file to what is asked for --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The stages of the compiler in their order; each may be the last.
//
//===----------------------------------------------------------------------===//

#include "tools/mplc/Pipeline.h"

#include "mplc/Conversion/Passes.h"
#include "mplc/Parse/Parser.h"
#include "mplc/Parse/TermPrinter.h"
#include "mplc/Target/Target.h"
#include "mplc/Transforms/ImportMPL.h"
#include "mplc/Transforms/Passes.h"

#include "dialects/Horn/Horn.h"
#include "dialects/MPL/MPL.h"
#include "dialects/Plan/Plan.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/FileUtilities.h"
#include "mlir/Support/Timing.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace mlir;

namespace mplc {
namespace {

/// Writes text to the output file or, without one, to standard output.
ExitCode writeText(const Options &options,
                   llvm::function_ref<void(llvm::raw_ostream &)> write) {
  std::string error;
  auto file =
      openOutputFile(options.output.empty() ? "-" : options.output, &error);
  if (!file) {
    llvm::errs() << "mplc: error: " << error << "\n";
    return Failed;
  }
  write(file->os());
  file->os().flush();
  if (const std::error_code code = file->os().error()) {
    llvm::errs() << "mplc: error: the output cannot be written: "
                 << code.message() << "\n";
    file->os().clear_error(); // Which would be fatal.
    return Failed;
  }
  file->keep();
  return Done;
}

/// The input's stem in the current folder, for what is not text.
std::string defaultOutput(const Options &options) {
  if (!options.output.empty())
    return options.output;
  const llvm::StringRef stem =
      options.input == "-" ? "theory" : llvm::sys::path::stem(options.input);
  return (stem + options.product->suffix).str();
}

void addTheoryPasses(PassManager &passes, Stage stage) {
  if (stage <= Stage::MPL)
    return;
  passes.addPass(createMPLClausify());
  passes.addPass(createHornSpecialiseConstants());
  passes.addPass(createHornInferKeys());
  passes.addPass(createHornDeriveNegations());
  passes.addPass(createHornDeriveBuilds());
  if (stage == Stage::Horn)
    return;
  passes.addPass(createConvertHornToPlan());
  passes.addPass(createPlanShareShapes());
}

/// Everything from the mpl dialect on.
ExitCode compileModule(const Module &theory, llvm::SourceMgr &sources,
                       const Options &options, llvm::StringRef libraries,
                       TimingScope &timing) {
  DialectRegistry registry;
  registry.insert<mpl::MPLDialect, horn::HornDialect, plan::PlanDialect>();
  options.target->registerDialects(registry);
  // Modules are small and passes run on all of one: threads would only cost.
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  context.printOpOnDiagnostic(false); // Users see their text, never the IR.
  SourceMgrDiagnosticHandler diagnostics(sources, &context);

  OwningOpRef<ModuleOp> module = importModule(nameSubformulas(theory), sources, context);
  if (options.stage >= Stage::Plan) {
    // Goes into the program, so that it can write theorems that are read back.
    std::string source;
    llvm::raw_string_ostream os(source);
    printTheory(theory, os);
    (*module)->setAttr("mpl.source", StringAttr::get(&context, source));
  }
  auto configure = [&](PassManager &passes) -> LogicalResult {
    passes.enableTiming(timing);
    return applyPassManagerCLOptions(passes);
  };
  PassManager passes(&context);
  if (failed(configure(passes)))
    return WrongUsage;
  addTheoryPasses(passes, options.stage);
  if (failed(passes.run(*module)))
    return BadSource;
  if (options.stage <= Stage::Plan)
    return writeText(options, [&](llvm::raw_ostream &os) {
      module->print(os);
      os << '\n';
    });

  TargetOptions target;
  target.product = options.product;
  target.output = !options.product->isText  ? defaultOutput(options)
                  : options.output.empty() ? "-"
                                           : options.output;
  target.level = options.level;
  target.cpu = options.cpu;
  target.linker = options.linker;
  target.support = (libraries + "/support.bc").str();
  target.runtime = (libraries + "/libmplruntime.a").str();
  target.timing = &timing;
  target.configure = configure;
  return succeeded(options.target->emit(*module, target))
             ? Done
             : Failed;
}

} // namespace

ExitCode compile(const Options &options, llvm::StringRef libraries) {
  DefaultTimingManager timingManager;
  applyDefaultTimingManagerCLOptions(timingManager);
  TimingScope timing = timingManager.getRootScope();

  TimingScope reading = timing.nest("parse and analyse");
  std::string error;
  auto buffer = openInputFile(options.input, &error);
  if (!buffer) {
    llvm::errs() << "mplc: error: " << error << "\n";
    return WrongUsage;
  }
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
  ParseOptions parsing;
  parsing.libraryPaths = options.includes;
  // ../share/mplc/mpl, beside ../lib.
  llvm::SmallString<128> library(llvm::sys::path::parent_path(libraries));
  llvm::sys::path::append(library, "share", "mplc", "mpl");
  parsing.libraryPaths.push_back(library.str().str());
  std::unique_ptr<Module> theory = parse(sources, parsing);
  if (!theory || !analyse(*theory, sources))
    return BadSource;
  reading.stop();

  switch (options.stage) {
  case Stage::AST:
    return writeText(options,
                     [&](llvm::raw_ostream &os) { dumpTree(*theory, os); });
  case Stage::Source:
    return writeText(options,
                     [&](llvm::raw_ostream &os) { print(*theory, os); });
  case Stage::Terms:
    return writeText(options, [&](llvm::raw_ostream &os) {
      TermPrinter(*theory).print(os);
    });
  default:
    return compileModule(*theory, sources, options, libraries, timing);
  }
}

} // namespace mplc
