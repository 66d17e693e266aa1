//===- RegularFile.h - Files that end ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_SUPPORT_REGULARFILE_H
#define MPLC_SUPPORT_REGULARFILE_H

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace mplc {

/// Reads a whole file. Only regular files are read, and none of more than
/// `most` bytes: a pipe may never end, and a device has no end. If it cannot be
/// read, `reason` says why, for a message that names the file before it:
/// "cannot be read: it is no regular file".
inline bool readRegularFile(const std::string &path, std::string &text,
                            std::string &reason,
                            size_t most = size_t(1) << 30) {
  // Opening a pipe would wait for somebody to write.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  auto refuse = [&](const std::string &why) {
    if (file >= 0)
      close(file);
    text.clear();
    reason = "cannot be read: " + why;
    return false;
  };
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0)
    return refuse(std::strerror(errno));
  if (!S_ISREG(status.st_mode))
    return refuse("it is no regular file");
  if (size_t(status.st_size) > most)
    return refuse("it has more than " + std::to_string(most >> 20) + " MiB");
  // Files of /proc say that they are empty: the size is where to start from.
  text.resize(std::min(most, size_t(status.st_size) + 1));
  size_t length = 0;
  while (true) {
    const ssize_t count =
        read(file, text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return refuse(std::strerror(errno));
    length += size_t(count);
    if (count == 0 || length == most)
      break;
    if (length == text.size())
      text.resize(std::min(most, 2 * text.size() + (1 << 16)));
  }
  close(file);
  text.resize(length);
  return true;
}

} // namespace mplc

#endif // MPLC_SUPPORT_REGULARFILE_H
