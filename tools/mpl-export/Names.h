//===- Names.h - Identifiers for names of MPL --------------------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_EXPORT_NAMES_H
#define MPL_EXPORT_NAMES_H

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mplexport {

/// An identifier of ASCII letters, digits, `_` and `'` that starts with a
/// letter, as near to the name as can be: `+` is `plus`, `<=` is `le`.
/// Different names may give the same.
std::string identifier(std::string_view name);

/// Gives out identifiers, none twice at a time.
class Names {
public:
  explicit Names(std::set<std::string> reserved) : used(std::move(reserved)) {}

  /// An identifier that nothing else has, for ever.
  std::string global(std::string_view wish) { return fresh(wish); }

  /// Makes an identifier for a name until `leave`; it hides an outer one.
  std::string enter(const std::string &name, std::string_view wish);
  std::string enter(const std::string &name) { return enter(name, name); }
  /// An identifier that no name of MPL has, until `leave`.
  std::string enterNew(std::string_view wish) { return enter("", wish); }
  /// A name of MPL for an identifier that was entered, until `leave`.
  void alias(const std::string &name, const std::string &text);
  size_t mark() const { return open.size(); }
  void leave(size_t mark);

  /// What stands for the name now; the empty word if nothing does.
  std::string find(const std::string &name) const;

private:
  std::string fresh(std::string_view wish);

  std::set<std::string> used;
  std::map<std::string, std::vector<std::string>> meanings;
  struct Entry {
    std::string name, text;
    bool isAlias;
  };
  std::vector<Entry> open;
};

} // namespace mplexport

#endif // MPL_EXPORT_NAMES_H
