// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "parallel_for.h"
