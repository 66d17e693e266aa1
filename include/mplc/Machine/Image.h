//===- Image.h - What a Logic Block machine is loaded with ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_MACHINE_IMAGE_H
#define MPLC_MACHINE_IMAGE_H

#include "mplc/Machine/Code.h"

#include <array>
#include <optional>
#include <string_view>

namespace mplc::machine {

/// A relation as a core sees it (docs/lbm.md, Memories).
struct Table {
  std::string name; ///< For people.
  uint32_t arity = 0;
  bool functional = false;
  /// Column c has its lists in bank (c + rotation) mod columns, at base[c].
  uint32_t rotation = 0;
  std::array<uint32_t, kColumns> base{};
  std::array<uint32_t, kColumns> sort{}; ///< A relation, or calculus::none.
  bool operator==(const Table &) const = default;
};

struct Image {
  uint32_t columns = 4; ///< Of the core that is wanted: 4 or 8.
  std::vector<Table> tables;
  std::vector<std::pair<uint32_t, uint32_t>> distinct;
  std::vector<Unit> units; ///< Plans in the order in which they run.
  std::string program;     ///< calculus::print(): what the host plans and proves with.
  bool operator==(const Image &) const = default;
};

/// Columns of a core for relations and demands of this program: 4, or 8.
uint32_t columnsFor(const calculus::Program &program);

/// The tables of a program, without banks.
std::vector<Table> tablesOf(const calculus::Program &program);

/// Chooses rotations and bases so that banks are filled alike; gives the lists
/// that the fullest has. Wide relations first, each to where least is.
uint32_t allocateBanks(std::vector<Table> &tables, uint32_t columns);

/// Lists of the fullest bank.
uint32_t listsOf(const std::vector<Table> &tables, uint32_t columns);

/// An image with registers and banks allocated, without the compiler: what the
/// compiler makes of a program's rules. Nothing, and a message, if the program is
/// beyond the machine.
std::optional<Image> makeImage(const calculus::Program &program,
                               std::string &error);

/// A message if the program does not fit the encodings, or empty.
std::string refuse(const calculus::Program &program);

/// Units at addresses, plans chained by relation.
struct Linked {
  std::vector<uint64_t> words;
  std::vector<uint32_t> address;  ///< By unit.
  std::vector<uint32_t> firstPlan, lastPlan; ///< By relation; or kNoAddress.
};
/// Places units from `base` on. Nothing, and a message, if one does not fit.
std::optional<Linked> link(const std::vector<Unit> &units, uint32_t numRelations,
                           uint32_t base, std::string &error);

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

inline constexpr uint32_t kImageVersion = 1;

/// The image as a file (docs/lbm.md, Images).
std::optional<std::string> writeImage(const Image &image, std::string &error);
/// Reads what writeImage() wrote. A file that is damaged, cut short, or of another
/// version gives nothing, and a message.
std::optional<Image> readImage(std::string_view bytes, std::string &error);

/// A message if the image cannot run, or is not of the program: a register that is
/// read and not written, a row that is used and not matched, tables that share
/// lists, a head that is not its rule's. Empty if it can.
std::string validate(const Image &image, const calculus::Program &program);

/// Assembly text; assemble(disassemble(image)) == image.
std::string disassemble(const Image &image);
/// Nothing, and `line: message`, if the text is wrong.
std::optional<Image> assemble(std::string_view text, std::string &error);

/// One instruction as in assembly text, relations by their names in `tables`.
std::string toString(const Instruction &instruction,
                     const std::vector<Table> &tables);

} // namespace mplc::machine

#endif // MPLC_MACHINE_IMAGE_H
