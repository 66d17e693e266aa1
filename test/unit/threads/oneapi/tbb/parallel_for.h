//===- parallel_for.h - TBB's interface over plain threads ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the grid uses of TBB, for ThreadSanitizer: the installed libtbb is not
// instrumented, so that how it orders its tasks is invisible, and either every
// task would seem to race or reports would have to be suppressed. The threads
// here are as visible as they can be, and start in the least helpful order.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TEST_THREADS_PARALLEL_FOR_H
#define MPLC_TEST_THREADS_PARALLEL_FOR_H

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace tbb {

inline unsigned &testThreads() {
  static unsigned threads = std::thread::hardware_concurrency();
  return threads;
}

struct global_control {
  enum parameter { max_allowed_parallelism };
  global_control(parameter, size_t threads) { testThreads() = unsigned(threads); }
};

struct task_arena {
  static constexpr int automatic = -1;
  explicit task_arena(int) {}
  template <typename F> void execute(F &&f) { f(); }
};

template <typename Body>
void parallel_for(size_t begin, size_t end, const Body &body) {
  // Relaxed: the counter must not order what the bodies do.
  std::atomic<size_t> next{begin};
  const auto work = [&] {
    for (;;) {
      const size_t i = next.fetch_add(1, std::memory_order_relaxed);
      if (i >= end)
        return;
      body(end - 1 - (i - begin));
    }
  };
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < testThreads(); ++t)
    threads.emplace_back(work);
  for (std::thread &thread : threads)
    thread.join();
}

} // namespace tbb

#endif // MPLC_TEST_THREADS_PARALLEL_FOR_H
