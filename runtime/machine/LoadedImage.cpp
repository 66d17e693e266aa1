//===- LoadedImage.cpp - An image from a file -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/LoadedImage.h"

#include "mplc/Support/RegularFile.h"

namespace mplrt {

namespace calculus = mplc::calculus;
namespace machine = mplc::machine;

static std::optional<LoadedImage> load(const std::string &path, std::string &error) {
  std::string bytes;
  if (!mplc::readRegularFile(path, bytes, error))
    return std::nullopt;
  auto image = machine::readImage(bytes, error);
  if (!image)
    return std::nullopt;
  auto program = calculus::parse(image->program, error);
  if (!program)
    return std::nullopt;
  error = Theory::refuse(*program);
  if (error.empty() && program->relations.size() != image->tables.size())
    error = "its program and its tables do not belong together";
  if (!error.empty())
    return std::nullopt;
  return LoadedImage{std::move(*image), std::move(*program)};
}

std::optional<LoadedImage> loadImage(const std::string &path, std::string &error) {
  auto loaded = load(path, error);
  if (!loaded)
    error = "'" + path + "'" + (error.starts_with("cannot be read") ? " " : ": ") +
            error;
  return loaded;
}

} // namespace mplrt
