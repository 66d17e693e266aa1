//===- ValueChangeDump.cpp - Traces as VCD --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/WaveFile.h"

#include <algorithm>
#include <fstream>

namespace mplrt {

namespace {

class ValueChangeDump final : public WaveFile {
public:
  ValueChangeDump(const std::string &path, const std::string &scope,
                  const std::vector<WaveSignal> &signals)
      : out(path) {
    out << "$timescale 1 ns $end\n$scope module " << scope << " $end\n";
    for (size_t s = 0; s < signals.size(); ++s)
      if (signals[s].bits == 0)
        out << "$var string 1 " << codeOf(s) << ' ' << signals[s].name << " $end\n";
      else
        out << "$var wire " << signals[s].bits << ' ' << codeOf(s) << ' '
            << signals[s].name << " $end\n";
    out << "$upscope $end\n$enddefinitions $end\n";
  }

  void beginTime(uint64_t time) override { out << '#' << time << '\n'; }

  void change(size_t signal, uint32_t value) override {
    std::string bits;
    for (; value != 0; value >>= 1)
      bits.insert(bits.begin(), char('0' + (value & 1)));
    out << 'b' << (bits.empty() ? "0" : bits) << ' ' << codeOf(signal) << '\n';
  }

  void change(size_t signal, const std::string &value) override {
    std::string word = value;
    std::replace(word.begin(), word.end(), ' ', '_');
    out << 's' << word << ' ' << codeOf(signal) << '\n';
  }

  bool close() override {
    out.close();
    return bool(out);
  }

private:
  /// Signals are few: one letter each.
  static char codeOf(size_t signal) { return char('a' + signal); }

  std::ofstream out;
};

} // namespace

std::unique_ptr<WaveFile>
createValueChangeDump(const std::string &path, const std::string &scope,
                      const std::vector<WaveSignal> &signals) {
  return std::make_unique<ValueChangeDump>(path, scope, signals);
}

std::unique_ptr<WaveFile> createWaveFile(const std::string &path,
                                         const std::string &scope,
                                         const std::vector<WaveSignal> &signals) {
  return path.ends_with(".fst") ? createFst(path, scope, signals)
                                : createValueChangeDump(path, scope, signals);
}

} // namespace mplrt
