// RUN: %mpl-opt --horn-derive-builds --split-input-file --verify-diagnostics %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Builds are derived of specialised programs.

// A general relation.
horn.program @T {
  // expected-error @below {{'horn.relation' op is not specialised; run horn-specialise-constants first}}
  horn.relation @in "in"["$0", "$1"] (element, of "P(1)")
}
