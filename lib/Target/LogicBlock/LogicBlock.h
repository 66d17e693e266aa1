//===- LogicBlock.h - Images of the Logic Block machine ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TARGET_LOGICBLOCK_LOGICBLOCK_H
#define MPLC_LIB_TARGET_LOGICBLOCK_LOGICBLOCK_H

#include "mplc/Target/Target.h"

namespace mplc {

const Target &logicBlockTarget();

} // namespace mplc

#endif // MPLC_LIB_TARGET_LOGICBLOCK_LOGICBLOCK_H
