// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
(theory Broken[N]
  (in[x,N]))
