//===- Server.h - Requests and notifications of the protocol ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TOOLS_MPL_LSP_SERVER_SERVER_H
#define MPLC_TOOLS_MPL_LSP_SERVER_SERVER_H

#include "llvm/Support/LSP/Transport.h"

#include <string>
#include <vector>

namespace mplc::lsp {

struct ServerOptions {
  std::vector<std::string> libraryPaths;
  std::string compiler; ///< Path of mplc.
  unsigned seconds = 10; ///< For one conjecture that is run.
};

/// Serves until the client says `exit`; the exit code.
int serve(llvm::lsp::JSONTransport &transport, const ServerOptions &options);

} // namespace mplc::lsp

#endif // MPLC_TOOLS_MPL_LSP_SERVER_SERVER_H
