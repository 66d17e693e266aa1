//===- WaveFile.h - Signals over time, for wave viewers ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_WAVEFILE_H
#define MPLRT_MACHINE_WAVEFILE_H

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mplrt {

/// A signal of a trace: a number of so many bits (at most 32), or a text (0 bits).
struct WaveSignal {
  std::string name;
  uint32_t bits = 0;
};

/// Values of signals over time, in a file that wave viewers open. Signals are
/// declared all at once; then come times, which only grow, each with the signals that
/// have another value from there on.
class WaveFile {
public:
  virtual ~WaveFile() = default;

  /// Begins the next time; it is later than the last one.
  virtual void beginTime(uint64_t time) = 0;
  /// Signal `signal`, by its place among those declared, is a number.
  virtual void change(size_t signal, uint32_t value) = 0;
  /// It is a text.
  virtual void change(size_t signal, const std::string &value) = 0;
  /// Writes what is left. False if anything could not be written.
  virtual bool close() = 0;
};

/// A file with the signals in a module `scope`: FST if its name ends in `.fst`, else a
/// value change dump.
std::unique_ptr<WaveFile> createWaveFile(const std::string &path,
                                         const std::string &scope,
                                         const std::vector<WaveSignal> &signals);

/// A value change dump (IEEE 1364): text, some bytes a change.
std::unique_ptr<WaveFile> createValueChangeDump(const std::string &path,
                                                const std::string &scope,
                                                const std::vector<WaveSignal> &signals);

/// FST, the compressed form that GTKWave and Surfer read.
std::unique_ptr<WaveFile> createFst(const std::string &path, const std::string &scope,
                                    const std::vector<WaveSignal> &signals);

} // namespace mplrt

#endif // MPLRT_MACHINE_WAVEFILE_H
