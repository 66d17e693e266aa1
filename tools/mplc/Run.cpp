//===- Run.cpp - Compile, run, clean up -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/mplc/Pipeline.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

namespace mplc {
namespace {

volatile sig_atomic_t child = 0;

/// Passes a request to end on to the program, which ends its run cleanly.
void forward(int signal) {
  if (child > 0)
    kill(pid_t(child), signal);
}

/// Runs `program`, which believes that it is called `name`.
int execute(const std::string &program, const std::string &name,
            const std::vector<std::string> &arguments) {
  std::vector<char *> argv{const_cast<char *>(name.c_str())};
  for (const std::string &argument : arguments)
    argv.push_back(const_cast<char *>(argument.c_str()));
  argv.push_back(nullptr);

  // A terminal sends Ctrl-C to both processes; this one has to live on, to
  // clean up and to hand on the exit code.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, forward);
  const pid_t pid = fork();
  if (pid == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  if (pid < 0) {
    llvm::errs() << "mplc: error: cannot run the program: "
                 << std::strerror(errno) << "\n";
    return BadInput;
  }
  child = pid;
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    ;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

int compileAndRun(Options options, llvm::StringRef libraries) {
  const llvm::StringRef stem = llvm::sys::path::stem(options.input);
  llvm::SmallString<128> program;
  if (std::error_code error =
          llvm::sys::fs::createTemporaryFile(stem, "out", program)) {
    llvm::errs() << "mplc: error: cannot make a temporary file: "
                 << error.message() << "\n";
    return BadInput;
  }
  const llvm::FileRemover remover(program);
  options.output = program.str().str();
  if (const ExitCode code = compile(options, libraries); code != Done)
    return code;
  return execute(options.output, stem.str(), options.programArguments);
}

} // namespace mplc
