//===- Fst.cpp - Traces as FST --------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// FST is the compressed format of wave viewers. A file is a row of blocks, each a
// byte that names its kind, its length in eight bytes (themselves included) and its
// contents: a header; for each span of time the values; then the widths of the
// signals (geometry) and their names (hierarchy). Numbers in block heads have eight
// bytes, the most significant first; others are `varint`s, seven bits a byte, the
// least significant first, bit 7 set on all but the last.
//
// A block of values keeps each signal by itself, so that a viewer reads only those
// that it shows: a chain of pairs (time, value), where a time is the number of entries
// of the block's table of times since the signal's last change. It begins with a
// frame, the values at its start, for viewers that jump into the middle.
//
// Blocks are written when they have kChangesOfBlock changes, so that memory does not
// grow with the trace. All is deterministic: there is no date in the header.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/WaveFile.h"

#include <zlib.h>

#include <bit>
#include <cstring>
#include <fstream>

namespace mplrt {

namespace {

enum class Block : uint8_t { Header = 0, Values = 1, Geometry = 3, Hierarchy = 4 };

// Of the hierarchy.
constexpr uint8_t kScope = 254, kUpscope = 255, kModule = 0;
constexpr uint8_t kWire = 16, kString = 21, kNoDirection = 0;

constexpr size_t kChangesOfBlock = 1 << 17;

void putByte(std::string &to, uint8_t byte) { to.push_back(char(byte)); }
void putNumber(std::string &to, uint64_t n) {
  for (int shift = 56; shift >= 0; shift -= 8)
    putByte(to, uint8_t(n >> shift));
}
void putVarint(std::string &to, uint64_t n) {
  for (; n >= 128; n >>= 7)
    putByte(to, uint8_t(n | 128));
  putByte(to, uint8_t(n));
}
/// So many bytes, the rest of them 0.
void putText(std::string &to, std::string text, size_t bytes) {
  text.resize(bytes, '\0');
  to += text;
}

/// As zlib has it; or the bytes themselves where that is no gain. A reader tells the
/// two apart by their lengths.
std::string compress(const std::string &bytes) {
  uLongf size = compressBound(uLong(bytes.size()));
  std::string result(size, '\0');
  if (compress2(reinterpret_cast<Bytef *>(result.data()), &size,
                reinterpret_cast<const Bytef *>(bytes.data()), uLong(bytes.size()),
                Z_DEFAULT_COMPRESSION) != Z_OK ||
      size >= bytes.size())
    return bytes;
  result.resize(size);
  return result;
}

/// As a gzip file: the hierarchy is one.
std::string gzip(std::string bytes) {
  z_stream stream{};
  constexpr int gzipFormat = 16;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat,
                   8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string result(deflateBound(&stream, uLong(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
  stream.avail_in = uInt(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(result.data());
  stream.avail_out = uInt(result.size());
  deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

class Fst final : public WaveFile {
public:
  Fst(const std::string &path, const std::string &scope,
      const std::vector<WaveSignal> &signals)
      : out(path, std::ios::binary), scope(scope), signals(signals),
        chains(signals.size()), last(signals.size()), frame(signals.size()) {
    for (size_t s = 0; s < signals.size(); ++s)
      frame[s].assign(signals[s].bits, 'x');
    blockFrame = frame;
    write(Block::Header, header());
  }

  void beginTime(uint64_t time) override {
    if (changes >= kChangesOfBlock)
      writeValues();
    if (times.empty())
      blockBegin = time;
    putVarint(times, times.empty() ? time : time - end);
    ++timeCount;
    if (!hasBegun)
      begin = time;
    hasBegun = true;
    end = time;
  }

  void change(size_t signal, uint32_t value) override {
    const uint32_t bits = signals[signal].bits;
    std::string &text = frame[signal];
    for (uint32_t b = 0; b < bits; ++b)
      text[b] = char('0' + (value >> (bits - 1 - b) & 1));
    std::string &chain = chains[signal];
    if (bits == 1) {
      putVarint(chain, sinceLast(signal) << 2 | (value & 1) << 1);
      return;
    }
    putVarint(chain, sinceLast(signal) << 1);
    // The most significant bit is that of the first byte.
    const uint64_t aligned = uint64_t(value) << (64 - bits);
    for (uint32_t b = 0; b < bits; b += 8)
      putByte(chain, uint8_t(aligned >> (56 - b)));
  }

  void change(size_t signal, const std::string &value) override {
    std::string &chain = chains[signal];
    putVarint(chain, sinceLast(signal) << 1);
    putVarint(chain, value.size());
    chain += value;
  }

  bool close() override {
    writeValues();
    writeGeometry();
    writeHierarchy();
    // Now the header's numbers are known.
    out.seekp(0);
    write(Block::Header, header());
    out.close();
    return bool(out);
  }

private:
  void write(Block block, const std::string &contents) {
    std::string head;
    putByte(head, uint8_t(block));
    putNumber(head, contents.size() + 8);
    out << head << contents;
  }

  std::string header() const {
    std::string text;
    putNumber(text, begin);
    putNumber(text, end);
    const double euler = 2.7182818284590452354; // Tells the order of bytes.
    char bytes[sizeof euler];
    std::memcpy(bytes, &euler, sizeof euler);
    text.append(bytes, sizeof bytes);
    putNumber(text, 0); // Memory of the writer.
    putNumber(text, 1); // Scopes.
    putNumber(text, signals.size());
    putNumber(text, signals.size()); // None is another's alias.
    putNumber(text, blocks);
    putByte(text, uint8_t(-9)); // Nanoseconds.
    putText(text, "lbm-sim", 128);
    putText(text, "", 119);
    putByte(text, 0);   // As Verilog has it.
    putNumber(text, 0); // Time zero.
    return text;
  }

  /// Entries of the table of times since the signal's last change in this block.
  uint64_t sinceLast(size_t signal) {
    ++changes;
    const uint64_t now = timeCount - 1;
    const uint64_t since = now - last[signal];
    last[signal] = now;
    return since;
  }

  void writeValues() {
    if (timeCount == 0)
      return;
    std::string contents;
    putNumber(contents, blockBegin);
    putNumber(contents, end);
    size_t traversal = 0;
    for (const std::string &chain : chains)
      traversal += chain.size();
    putNumber(contents, traversal);

    std::string values;
    for (const std::string &value : blockFrame)
      values += value;
    const std::string packed = compress(values);
    putVarint(contents, values.size());
    putVarint(contents, packed.size());
    putVarint(contents, signals.size());
    contents += packed;

    putVarint(contents, signals.size());
    const size_t start = contents.size();
    putByte(contents, 'Z');
    // Where each chain is, as the distance from the one before; 2n: n have none.
    std::string index;
    size_t previous = 0, without = 0;
    for (const std::string &chain : chains) {
      if (chain.empty()) {
        ++without;
        continue;
      }
      if (without > 0)
        putVarint(index, without << 1);
      without = 0;
      const size_t at = contents.size() - start;
      putVarint(index, (at - previous) << 1 | 1);
      previous = at;
      const std::string less = compress(chain);
      putVarint(contents, less.size() == chain.size() ? 0 : chain.size());
      contents += less;
    }
    if (without > 0)
      putVarint(index, without << 1);
    contents += index;
    putNumber(contents, index.size());

    const std::string table = compress(times);
    contents += table;
    putNumber(contents, times.size());
    putNumber(contents, table.size());
    putNumber(contents, timeCount);
    write(Block::Values, contents);

    ++blocks;
    times.clear();
    timeCount = 0;
    changes = 0;
    for (std::string &chain : chains)
      chain.clear();
    last.assign(last.size(), 0);
    blockFrame = frame;
  }

  void writeGeometry() {
    std::string widths;
    for (const WaveSignal &signal : signals)
      putVarint(widths, signal.bits == 0 ? 0xFFFFFFFF : signal.bits);
    const std::string packed = compress(widths);
    std::string contents;
    putNumber(contents, widths.size());
    putNumber(contents, signals.size());
    write(Block::Geometry, contents + packed);
  }

  void writeHierarchy() {
    std::string names;
    putByte(names, kScope);
    putByte(names, kModule);
    names += scope + '\0'; // Its name,
    names += '\0';         // and its component's.
    for (const WaveSignal &signal : signals) {
      putByte(names, signal.bits == 0 ? kString : kWire);
      putByte(names, kNoDirection);
      names += signal.name + '\0';
      putVarint(names, signal.bits);
      putVarint(names, 0); // No alias.
    }
    putByte(names, kUpscope);
    std::string contents;
    putNumber(contents, names.size());
    write(Block::Hierarchy, contents + gzip(names));
  }

  std::ofstream out;
  const std::string scope;
  const std::vector<WaveSignal> signals;
  // Of the block under way.
  std::vector<std::string> chains;
  std::vector<uint64_t> last; ///< Where each signal changed, in the table of times.
  std::string times;
  uint64_t timeCount = 0, blockBegin = 0;
  size_t changes = 0;
  std::vector<std::string> frame, blockFrame; ///< Values now, and at its start.
  // Of the file.
  uint64_t begin = 0, end = 0, blocks = 0;
  bool hasBegun = false;
};

} // namespace

std::unique_ptr<WaveFile> createFst(const std::string &path, const std::string &scope,
                                    const std::vector<WaveSignal> &signals) {
  return std::make_unique<Fst>(path, scope, signals);
}

} // namespace mplrt
