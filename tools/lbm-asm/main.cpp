//===- main.cpp - Assembler of the Logic Block machine --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Between images and assembly text (docs/lbm.md).
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"
#include "mplc/Support/RegularFile.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace mplc;

namespace {

enum Exit { Done, BadInput, BadUsage };

std::optional<std::string> readAll(const std::string &path, std::string &error) {
  if (path == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::string text;
  return readRegularFile(path, text, error) ? std::optional(std::move(text))
                                            : std::nullopt;
}

int fail(const std::string &where, const std::string &message) {
  std::fprintf(stderr, "%s: error: %s\n", where.c_str(), message.c_str());
  return BadInput;
}

std::optional<machine::Image> fromProgram(const std::string &text,
                                          std::string &error) {
  const auto program = calculus::parse(text, error);
  return program ? machine::makeImage(*program, error) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) {
  std::string input, output = "-";
  bool disassembles = false, readsProgram = false;
  CLI::App app{"Assembles an image of the Logic Block machine from text, or writes "
               "one as text"};
  app.add_option("file", input, "Text, or with -d an image; -: standard input")
      ->required();
  app.add_option("-o", output, "Where to write; -: standard output");
  app.add_flag("-d,--disassemble", disassembles, "Write an image as text");
  app.add_flag("--from-program", readsProgram,
               "The file is the program text of a theory (plan.program): make its "
               "image without the compiler");
  app.set_version_flag("--version", "lbm-asm 0.1.0");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &e) {
    return app.exit(e) == 0 ? Done : BadUsage;
  }
  std::string error;
  const auto text = readAll(input, error);
  if (!text)
    return fail(input, error);
  const auto image = disassembles    ? machine::readImage(*text, error)
                     : readsProgram ? fromProgram(*text, error)
                                    : machine::assemble(*text, error);
  if (!image)
    return fail(input, error);
  const auto written = disassembles
                           ? std::optional(machine::disassemble(*image))
                           : machine::writeImage(*image, error);
  if (!written)
    return fail(input, error);
  if (output == "-") {
    std::cout << *written;
    std::cout.flush();
    return std::cout ? Done : fail(output, "cannot be written");
  }
  std::ofstream out(output, std::ios::binary);
  out << *written;
  out.close();
  return out ? Done : fail(output, "cannot be written");
}
