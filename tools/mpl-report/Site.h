//===- Site.h - A run as a site ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_SITE_H
#define MPL_REPORT_SITE_H

#include "Page.h"

#include "mplc/Proof/LawName.h"
#include "mplc/Proof/Outline.h"

namespace mplreport {

/// An axiom, or a part of a definition that an axiom asserts.
struct Axiom {
  std::string path;  ///< The words of the proof format that lead to it.
  std::string label; ///< `A5`, and `A5.2` for a part.
  std::string anchor;
  mplc::proof::FormulaRef formula;
  mplc::proof::Sentence sentence;
  std::string law; ///< If it has a name.
  size_t depth = 0;
};

/// What pages say of a theorem.
struct Entry {
  const mplc::proof::Theorem *theorem = nullptr;
  std::string page; ///< Its file, in the folder `t`.
  mplc::proof::Sentence sentence;
  std::string text;   ///< The sentence as plain text.
  std::string law;    ///< The name of a well-known law, or empty.
  std::string method; ///< How it is proved, with the names of `sentence`.
  std::string kind;   ///< `stated`, `essential`, `consequence` and so on.
  std::vector<std::string> operators;
  std::vector<size_t> uses, usedBy; ///< Places in `entries`.
  mplc::proof::OutlineBlock outline;
  unsigned steps = 0;     ///< All of the trimmed proof.
  unsigned mainSteps = 0; ///< Those that are shown first.
};

/// A run, read and ordered for its pages.
class Site {
public:
  /// Trims the proofs of the run and keeps a reference to it.
  explicit Site(mplc::proof::Run &run);

  /// All files, in the order of their paths.
  std::vector<File> files() const;

  const mplc::proof::Run &run;
  std::vector<Axiom> axioms;
  std::vector<Entry> entries;           ///< In the order of `run.theorems`.
  std::map<std::string, size_t> places; ///< Of theorems by name.

  /// The axiom that a path reaches; null if it reaches all of them.
  const Axiom *axiom(std::string_view path) const;
  /// A link to a theorem, an assumed statement too; the name alone if there is
  /// none.
  std::string link(const std::string &name, const std::string &root) const;
  /// Where the definition stands.
  static std::string definitionAnchor(const std::string &name);

  Frame frame(const std::string &title, const std::string &current,
              const std::string &root = "") const;

private:
  void readAxioms();
  void addAxiom(const mplc::proof::FormulaRef &formula, const std::string &path,
                const std::string &label, size_t depth);
  void readTheorems(mplc::proof::Run &run);
};

/// A name for a file that every system takes, not in `used` whatever the case
/// of its letters.
std::string fileName(std::string_view name, std::set<std::string> &used);

//===--- Pages ------------------------------------------------------------===//

std::string indexPage(const Site &site);
std::string theoremPage(const Site &site, size_t theorem);
std::string theoryPage(const Site &site);
std::string refutedPage(const Site &site);
std::string openPage(const Site &site);
std::string graphPage(const Site &site);
std::string statisticsPage(const Site &site);

/// The proof of a theorem, for its page.
std::string proofView(const Site &site, const Entry &entry);
/// A finite model, as the run writes it, in sets and tables.
std::string modelView(const Site &site, const std::string &model);
/// The theorem, what it rests on directly and what rests on it, as SVG.
std::string neighbourhood(const Site &site, size_t theorem);

/// Why the run was stopped, as a sentence.
std::string stopText(const std::string &reason);

/// A statement in MPL, one click away.
std::string source(const std::string &text);

} // namespace mplreport

#endif // MPL_REPORT_SITE_H
