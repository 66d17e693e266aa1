//===- LoadedImage.h - An image from a file ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_LOADEDIMAGE_H
#define MPLRT_MACHINE_LOADEDIMAGE_H

#include "mplc/Machine/Image.h"
#include "runtime/layout/Theory.h"

#include <optional>
#include <string>

namespace mplrt {

/// An image and the program in it, which belong together.
struct LoadedImage {
  mplc::machine::Image image;
  mplc::calculus::Program program;
};

/// Reads what `mplc --target=lbm` wrote. Nothing, and a message that names the file, if
/// it cannot be read, is damaged, or does not fit itself.
std::optional<LoadedImage> loadImage(const std::string &path, std::string &error);

} // namespace mplrt

#endif // MPLRT_MACHINE_LOADEDIMAGE_H
