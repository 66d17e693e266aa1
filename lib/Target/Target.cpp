//===- Target.cpp - The targets of this compiler --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Target/Target.h"
#include "lib/Target/Native/Native.h"

#include "llvm/ADT/STLExtras.h"

namespace mplc {

llvm::ArrayRef<const Target *> allTargets() {
  static const Target *const targets[] = {&nativeTarget()};
  return targets;
}

const Target *findTarget(llvm::StringRef name) {
  for (const Target *target : allTargets())
    if (target->getName() == name)
      return target;
  return nullptr;
}

} // namespace mplc
