//===- LoadedImage.cpp - An image from a file -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/LoadedImage.h"

#include "mplc/Support/RegularFile.h"
#include "mplc/Support/Visible.h"

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
  // Names are written out: into results, for instance, which are JSON.
  std::string_view text = image->program;
  for (size_t length = 0; !text.empty(); text.remove_prefix(length)) {
    uint32_t code = 0;
    if (!mplc::takeCodePoint(text, code, length)) {
      error = "its program is no UTF-8";
      return std::nullopt;
    }
  }
  auto program = calculus::parse(image->program, error);
  if (!program)
    return std::nullopt;
  error = Theory::refuse(*program);
  if (error.empty())
    error = machine::validate(*image, *program);
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
