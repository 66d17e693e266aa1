//===- Run.cpp - Compile, run, clean up -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/mplc/Pipeline.h"

#include "mplc/Support/Process.h"

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

/// Passes a request to end on to the program, which ends its run cleanly. It may have
/// got the same by itself: the mark tells.
void passOn(int signal) {
  sigval mark;
  mark.sival_int = passedOnMark;
  sigqueue(pid_t(child), signal, mark);
}

/// What asks a run to end. A terminal sends Ctrl-C to both processes; this one has to
/// live on, to clean up and to hand on the exit code.
constexpr int requests[] = {SIGINT, SIGTERM, SIGHUP};

/// Requests wait until the program can take them; it lets them through itself.
sigset_t holdRequests() {
  sigset_t held, before;
  sigemptyset(&held);
  for (const int signal : requests)
    sigaddset(&held, signal);
  sigprocmask(SIG_BLOCK, &held, &before);
  return before;
}

[[noreturn]] void become(const std::string &program, char *const *argv) {
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE})
    std::signal(signal, SIG_DFL);
  execv(program.c_str(), argv);
  llvm::errs() << "mplc: error: cannot run the program: " << std::strerror(errno)
               << "\n";
  _exit(Failed);
}

/// Runs `program`, which believes that it is called `name`.
int execute(const std::string &program, const std::string &name,
            const std::vector<std::string> &arguments) {
  std::vector<char *> argv{const_cast<char *>(name.c_str())};
  for (const std::string &argument : arguments)
    argv.push_back(const_cast<char *>(argument.c_str()));
  argv.push_back(nullptr);

  const sigset_t before = holdRequests();
  const pid_t pid = fork();
  if (pid == 0)
    become(program, argv.data());
  if (pid < 0) {
    llvm::errs() << "mplc: error: cannot run the program: "
                 << std::strerror(errno) << "\n";
    return Failed;
  }
  child = pid;
  std::signal(SIGINT, passOn);
  std::signal(SIGTERM, passOn);
  struct sigaction hangUp {};
  sigaction(SIGHUP, nullptr, &hangUp);
  if (hangUp.sa_handler != SIG_IGN) // As under nohup.
    std::signal(SIGHUP, passOn);
  sigprocmask(SIG_SETMASK, &before, nullptr);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    ;
  if (WIFEXITED(status))
    return WEXITSTATUS(status);
  const int signal = WTERMSIG(status);
  llvm::errs() << "mplc: error: the program was ended by signal " << signal << " ("
               << strsignal(signal) << ")\n";
  return 128 + signal;
}

} // namespace

int compileAndRun(Options options, llvm::StringRef libraries) {
  const llvm::StringRef stem =
      options.input == "-" ? "theory" : llvm::sys::path::stem(options.input);
  llvm::SmallString<128> program;
  if (std::error_code error =
          llvm::sys::fs::createTemporaryFile(stem, "out", program)) {
    llvm::errs() << "mplc: error: cannot make a temporary file: "
                 << error.message() << "\n";
    return Failed;
  }
  const llvm::FileRemover remover(program);
  options.output = program.str().str();
  if (const ExitCode code = compile(options, libraries); code != Done)
    return code;
  return execute(options.output, stem.str(), options.programArguments);
}

} // namespace mplc
