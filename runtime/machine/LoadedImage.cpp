//===- LoadedImage.cpp - An image from a file -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/LoadedImage.h"

#include <fstream>
#include <iterator>

namespace mplrt {

namespace calculus = mplc::calculus;
namespace machine = mplc::machine;

static std::optional<LoadedImage> load(const std::string &path, std::string &error) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) {
    error = "cannot be read";
    return std::nullopt;
  }
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
    error = "'" + path + "'" + (error == "cannot be read" ? " " : ": ") + error;
  return loaded;
}

} // namespace mplrt
