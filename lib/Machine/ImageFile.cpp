//===- ImageFile.cpp - Images as files ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Little-endian words of 32 bits and strings with their length. Everything that
// follows the header is covered by a CRC-32, so that what is read can be trusted
// to be what was written; counts are checked all the same, as the reader must not
// fail on a file that someone made.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"

namespace mplc::machine {

namespace {

constexpr std::string_view kMagic = "MPLBLOCK";
constexpr size_t kHeader = 20; // Magic, version, size, checksum.

/// ISO-HDLC: the one of zlib, PNG and Ethernet.
uint32_t crc32(std::string_view bytes) {
  uint32_t crc = ~0u;
  for (const char byte : bytes) {
    crc ^= uint8_t(byte);
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

class Writer {
public:
  void number(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
      bytes += char(value >> shift & 0xFF);
  }
  void text(std::string_view value) {
    number(uint32_t(value.size()));
    bytes += value;
  }
  std::string bytes;
};

class Reader {
public:
  explicit Reader(std::string_view bytes) : bytes(bytes) {}

  uint32_t number() {
    if (at + 4 > bytes.size()) {
      isBad = true;
      return 0;
    }
    uint32_t value = 0;
    for (int shift = 0; shift < 32; shift += 8)
      value |= uint32_t(uint8_t(bytes[at++])) << shift;
    return value;
  }
  /// A count of things of at least four bytes each.
  uint32_t count() {
    const uint32_t n = number();
    if (n > (bytes.size() - at) / 4)
      isBad = true;
    return isBad ? 0 : n;
  }
  std::string text() {
    const uint32_t n = number();
    if (isBad || n > bytes.size() - at) {
      isBad = true;
      return "";
    }
    at += n;
    return std::string(bytes.substr(at - n, n));
  }
  /// A number below `limit`.
  uint32_t below(uint32_t limit) {
    const uint32_t value = number();
    isBad |= value >= limit;
    return isBad ? 0 : value;
  }
  bool isAtEnd() const { return at == bytes.size(); }

  bool isBad = false;

private:
  std::string_view bytes;
  size_t at = 0;
};

void writeTable(const Table &table, Writer &out) {
  out.text(table.name);
  out.number(table.arity | uint32_t(table.functional) << 4 | table.rotation << 5);
  for (uint32_t c = 0; c < table.arity; ++c) {
    out.number(table.base[c]);
    out.number(table.sort[c]);
  }
}

Table readTable(Reader &in, uint32_t numTables) {
  Table table;
  table.name = in.text();
  const uint32_t shape = in.below(1u << 8);
  table.arity = shape & 15;
  table.functional = shape >> 4 & 1;
  table.rotation = shape >> 5;
  table.sort.fill(calculus::none);
  if (table.arity > kColumns || (table.functional && table.arity == 0))
    in.isBad = true;
  for (uint32_t c = 0; c < table.arity && !in.isBad; ++c) {
    table.base[c] = in.below(1u << 16);
    table.sort[c] = in.number();
    in.isBad |= table.sort[c] != calculus::none && table.sort[c] >= numTables;
  }
  return table;
}

Unit readUnit(Reader &in, const std::vector<Table> &tables) {
  Unit unit;
  unit.kind = Unit::Kind(in.below(3));
  unit.index = in.below(unit.kind == Unit::Kind::Existential
                            ? kMaxExistentials
                            : uint32_t(tables.size()));
  unit.rule = in.number();
  unit.name = in.text();
  const uint32_t n = in.count();
  for (uint32_t i = 0; i < n && !in.isBad; ++i) {
    uint64_t word = in.number();
    word |= uint64_t(in.number()) << 32;
    const auto arity = [&](uint32_t relation) {
      if (relation < tables.size())
        return tables[relation].arity;
      in.isBad = true;
      return 1u;
    };
    if (const auto instruction = decode(word, arity))
      unit.code.push_back(*instruction);
    else
      in.isBad = true;
  }
  return unit;
}

} // namespace

std::optional<std::string> writeImage(const Image &image, std::string &error) {
  Writer body;
  body.number(image.columns);
  body.number(uint32_t(image.tables.size()));
  for (const Table &table : image.tables)
    writeTable(table, body);
  body.number(uint32_t(image.distinct.size()));
  for (const auto &[left, right] : image.distinct) {
    body.number(left);
    body.number(right);
  }
  body.number(uint32_t(image.units.size()));
  for (const Unit &unit : image.units) {
    body.number(uint32_t(unit.kind));
    body.number(unit.index);
    body.number(unit.rule);
    body.text(unit.name);
    body.number(uint32_t(unit.code.size()));
    for (const Instruction &instruction : unit.code) {
      const auto word = encode(instruction, error);
      if (!word) {
        error = unit.name + ": " + error;
        return std::nullopt;
      }
      body.number(uint32_t(*word));
      body.number(uint32_t(*word >> 32));
    }
  }
  body.text(image.program);

  Writer file;
  file.bytes = kMagic;
  file.number(kImageVersion);
  file.number(uint32_t(body.bytes.size()));
  file.number(crc32(body.bytes));
  return file.bytes + body.bytes;
}

std::optional<Image> readImage(std::string_view bytes, std::string &error) {
  if (bytes.substr(0, kMagic.size()) != kMagic) {
    error = "no image of a Logic Block machine";
    return std::nullopt;
  }
  if (bytes.size() < kHeader) {
    error = "the image is cut short";
    return std::nullopt;
  }
  Reader header(bytes.substr(kMagic.size()));
  const uint32_t version = header.number();
  if (version != kImageVersion) {
    error = "the image has version " + std::to_string(version) +
            "; this program reads version " + std::to_string(kImageVersion);
    return std::nullopt;
  }
  const std::string_view body = bytes.substr(kHeader);
  const uint32_t size = header.number();
  if (size > body.size()) {
    error = "the image is cut short";
    return std::nullopt;
  }
  if (size < body.size()) {
    error = "the image is damaged: there is more than it says";
    return std::nullopt;
  }
  if (header.number() != crc32(body)) {
    error = "the image is damaged: its checksum is wrong";
    return std::nullopt;
  }

  Reader in(body);
  Image image;
  image.columns = in.number();
  in.isBad |= image.columns != 4 && image.columns != 8;
  const uint32_t numTables = in.count();
  in.isBad |= numTables > kMaxRelations;
  for (uint32_t t = 0; t < numTables && !in.isBad; ++t) {
    image.tables.push_back(readTable(in, numTables));
    in.isBad |= image.tables.back().arity > image.columns ||
                image.tables.back().rotation >= image.columns;
  }
  const uint32_t numPairs = in.count();
  for (uint32_t i = 0; i < numPairs && !in.isBad; ++i) {
    const uint32_t left = in.number();
    image.distinct.push_back({left, in.number()});
  }
  const uint32_t numUnits = in.count();
  for (uint32_t i = 0; i < numUnits && !in.isBad; ++i)
    image.units.push_back(readUnit(in, image.tables));
  image.program = in.text();
  // A core reads the columns that it has.
  for (const Unit &unit : image.units)
    for (const Instruction &i : unit.code)
      in.isBad |= i.op == Op::Fetch && i.number >= image.columns;
  if (in.isBad || !in.isAtEnd()) {
    error = "the image is damaged: what it says is no machine";
    return std::nullopt;
  }
  return image;
}

} // namespace mplc::machine
