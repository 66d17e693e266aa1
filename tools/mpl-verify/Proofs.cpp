//===- Proofs.cpp - A set of proofs and how they depend -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The headers of all files are read first, because a proof may use a theorem
// that a later file proves; files that are small are kept, others are read again. Each proof is checked as if what it uses were
// proved; at the end a walk over the uses rejects what goes round in a circle
// and what rests on a proof that is rejected.
//
//===----------------------------------------------------------------------===//

#include "Proofs.h"

#include <algorithm>
#include <utility>

using namespace mplverify;

//===--- Headers ----------------------------------------------------------===//

namespace {

/// Statements speak of the constants of the theory only.
class ConstantScope final : public NameScope {
public:
  explicit ConstantScope(Theory &theory) : theory(theory) {}
  bool freeName(Symbol name, Term &term) override {
    term = name;
    return theory.constants.count(name);
  }
  bool isTaken(Symbol) override { return false; }
  bool predicate(Symbol name, size_t arguments) override {
    return theory.isPredicate(name, arguments);
  }

private:
  Theory &theory;
};

bool reject(Proof &proof, std::string message) {
  proof.error = std::move(message);
  return false;
}

} // namespace

bool ProofSet::add(const std::string &path) {
  constexpr size_t usualHeader = 1 << 14, mostKept = 1 << 26;
  std::string text;
  if (!readFile(path, text, usualHeader))
    return false;
  Proof &proof = proofs.emplace_back();
  proof.path = path;
  bool ok = readHeader(proof, text);
  // A line that was cut off may have been read as part of the header.
  bool whole = text.size() < usualHeader || proof.bodyOffset < text.rfind('\n');
  if (text.size() == usualHeader && !(ok && whole)) {
    if (!readFile(path, text))
      return false;
    proof = {};
    proof.path = path;
    ok = readHeader(proof, text);
  }
  if (!ok)
    return true;
  if (text.size() < usualHeader && bytesKept < mostKept) {
    bytesKept += text.size();
    proof.text = std::move(text);
  }
  if (proofOf.try_emplace(proof.theorem.name, proofs.size() - 1).second)
    return true;
  proof.errorLine = proof.theoremLine;
  reject(proof, "theorem " + theory.symbols.quoted(proof.theorem.name) +
                    " is proved twice");
  return true;
}

bool ProofSet::readHeader(Proof &proof, const std::string &text) {
  Lines lines{text};
  std::string_view line;
  size_t which = 0;
  while (which < 4) {
    size_t before = lines.offset;
    if (!lines.next(line)) {
      proof.errorLine = lines.number;
      return which == 3 || reject(proof, "the header is incomplete");
    }
    std::string_view word = Words(line).peek();
    proof.errorLine = lines.number;
    if (!word.empty() && word[0] != '#') {
      if (which == 3 && word == "refutes" &&
          proof.refuted == SymbolTable::anonymous) {
        if (!refutesLine(proof, Words(line)))
          return false;
        proof.bodyOffset = std::min(lines.offset, text.size());
        proof.bodyLine = lines.number;
        continue;
      }
      if (which == 3 && word != "uses") {
        proof.bodyOffset = before;
        proof.bodyLine = lines.number - 1;
        return true;
      }
      if (!headerLine(proof, which, line))
        return false;
      ++which;
    }
    proof.bodyOffset = std::min(lines.offset, text.size());
    proof.bodyLine = lines.number;
  }
  return true;
}

bool ProofSet::headerLine(Proof &proof, size_t which, std::string_view line) {
  Words words(line);
  std::string_view word = words.take();
  if (which == 0)
    return (word == "mpl-proof" && words.take() == "1" && words.empty()) ||
           reject(proof, "expected 'mpl-proof 1'");
  if (which == 1) {
    std::string_view name = words.take();
    if (word != "theory" || name.empty() || !words.empty())
      return reject(proof, "expected 'theory' and its name");
    if (name == theory.symbols.text(theory.name))
      return true;
    others[std::string(name)].push_back(size_t(&proof - proofs.data()));
    return reject(proof, "unknown theory " + quote(name));
  }
  if (which == 2)
    return word == "theorem" ? theoremLine(proof, words)
                             : reject(proof, "expected 'theorem'");
  proof.usesLine = proof.errorLine;
  while (!words.empty())
    proof.uses.push_back(theory.symbols.intern(words.take()));
  return !proof.uses.empty() || reject(proof, "'uses' lists no theorem");
}

bool ProofSet::theoremLine(Proof &proof, Words words) {
  std::string_view name = words.take(), statement = words.take();
  if (!isName(name))
    return reject(proof, "expected the name of the theorem");
  std::string error;
  if (!parseStatement(theory, statement, proof.theorem.statement, error))
    return reject(proof, "statement: " + error);
  if (!words.empty())
    return reject(proof, "text after the statement");
  proof.theoremLine = proof.errorLine;
  Symbol symbol = proof.theorem.name = theory.symbols.intern(name);
  bool contradiction =
      proof.theorem.statement == FormulaStore::falseFormula;
  if (contradiction != (name == "contradiction"))
    return reject(proof, "the theorem 'contradiction', and no other, is false");
  if (symbol == theory.name || theory.definition(symbol))
    return reject(proof, theory.symbols.quoted(symbol) +
                             " is a theory or definition");
  const Statement *stated = theory.statement(symbol);
  if (stated && theory.store.canonical(stated->formula) !=
                    theory.store.canonical(proof.theorem.statement))
    return reject(proof,
                  "the statement is not that of the theory file");
  return true;
}

/// The theorem says that the statement is false, or that it is if there are members
/// of sets that differ: `(>[x,y](&(in[x,S])(in[y,S])!(=[x,y]))!..)`.
bool ProofSet::refutesLine(Proof &proof, Words words) {
  FormulaStore &store = theory.store;
  words.take();
  Statement refuted;
  std::string error;
  if (!parseRefuted(theory, words, refuted, error))
    return reject(proof, error);
  proof.refuted = refuted.name;
  const Formula negation = store.negate(store.canonical(refuted.formula));
  Formula claim = store.canonical(proof.theorem.statement);
  std::vector<Formula> conditions;
  size_t variables = 0;
  if (claim != negation && store.is(claim, FormulaStore::Kind::Implication)) {
    store.flatten(store.left(claim), conditions);
    variables = store.variables(claim).size();
    claim = store.right(claim);
  }
  if (claim != negation)
    return reject(proof, "the theorem is not the negation of " +
                             theory.symbols.quoted(proof.refuted));
  std::vector<bool> isMember(variables, false);
  for (Formula f : conditions) {
    const bool differ = store.is(f, FormulaStore::Kind::Negation);
    f = differ ? store.negated(f) : f;
    const auto isOwn = [&](Term t) { return isBound(t) && boundIndex(t) < variables; };
    if (!store.is(f, FormulaStore::Kind::Atom) || !isOwn(store.arguments(f)[0]) ||
        (differ ? !store.isEquality(f) || !isOwn(store.arguments(f)[1]) ||
                      store.arguments(f)[0] == store.arguments(f)[1]
                : store.predicate(f) != SymbolTable::in ||
                      !isSymbol(store.arguments(f)[1]) ||
                      isMember[boundIndex(store.arguments(f)[0])]))
      return reject(proof, "a refutation may suppose no more than members of sets "
                           "that differ");
    if (!differ)
      isMember[boundIndex(store.arguments(f)[0])] = true;
  }
  return true;
}

bool mplverify::parseStatement(Theory &theory, std::string_view text, Formula &f,
                               std::string &error) {
  if (text == "false") {
    f = FormulaStore::falseFormula;
    return true;
  }
  FormulaParser parser(theory.symbols, theory.store);
  ConstantScope scope(theory);
  Cursor cursor{text.data(), text.data() + text.size(), false};
  if (!parser.parse(cursor, scope, true, f)) {
    error = parser.error;
    return false;
  }
  error = "text after its end";
  return cursor.at == cursor.end;
}

bool mplverify::parseRefuted(Theory &theory, Words words, Statement &refuted,
                             std::string &error) {
  const std::string_view name = words.take(), statement = words.take();
  error = "expected the name of a statement and the statement";
  if (!isName(name) || statement.empty() || !words.empty() ||
      !parseStatement(theory, statement, refuted.formula, error))
    return false;
  refuted.name = theory.symbols.intern(name);
  const Statement *stated = theory.statement(refuted.name);
  error = theory.symbols.quoted(refuted.name) + " is assumed";
  if (stated && stated->assumed)
    return false;
  error.clear();
  if (stated && theory.store.canonical(stated->formula) !=
                    theory.store.canonical(refuted.formula))
    error = "the statement that is refuted is not that of the theory file";
  return error.empty();
}

//===--- Proofs -----------------------------------------------------------===//

/// Whoever gives the wrong theory hears so once, not once a proof.
void ProofSet::joinOtherTheories() {
  for (auto &[name, list] : others) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (size_t i = 1; i < list.size(); ++i)
      proofs[list[i]].isSilent = true;
    if (list.size() > 1)
      proofs[list[0]].error += ", as " + std::to_string(list.size() - 1) +
                               " more say; the file states " +
                               theory.symbols.quoted(theory.name);
  }
}

void ProofSet::check() {
  joinOtherTheories();
  Checker checker(theory);
  for (Proof &proof : proofs)
    if (proof.error.empty())
      checkOne(checker, proof);
  steps = checker.stepsChecked;
  states.assign(proofs.size(), 0);
  for (size_t i = 0; i < proofs.size(); ++i)
    resolve(i);
}

void ProofSet::checkOne(Checker &checker, Proof &proof) {
  std::vector<Theorem> uses;
  for (Symbol name : proof.uses) {
    auto it = proofOf.find(name);
    const Statement *stated = theory.statement(name);
    if (it != proofOf.end()) {
      uses.push_back(proofs[it->second].theorem);
    } else if (stated && stated->assumed) {
      uses.push_back({name, stated->formula});
      proof.assumes = true;
    } else {
      proof.errorLine = proof.usesLine;
      reject(proof, "theorem " + theory.symbols.quoted(name) +
                        " is neither given nor assumed");
      return;
    }
  }
  std::string text = std::exchange(proof.text, {});
  if (text.empty() &&
      (!readFile(proof.path, text) || text.size() < proof.bodyOffset)) {
    reject(proof, "the file cannot be read again");
    return;
  }
  std::string_view body = std::string_view(text).substr(proof.bodyOffset);
  if (!checker.check(proof.theorem, uses, body, proof.bodyLine + 1)) {
    proof.error = checker.error;
    proof.errorLine = checker.errorLine;
  }
  proof.citesFacts = checker.citesFacts;
}

//===--- Dependencies -----------------------------------------------------===//

/// Depth first over the uses, without recursion: chains may be long.
void ProofSet::resolve(size_t start) {
  enum : uint8_t { New, Open, Done };
  if (states[start] != New)
    return;
  std::vector<size_t> path{start}, next{0};
  states[start] = Open;
  while (!path.empty()) {
    size_t index = path.back();
    Proof &proof = proofs[index];
    if (next.back() == proof.uses.size()) {
      states[index] = Done;
      path.pop_back();
      next.pop_back();
      continue;
    }
    Symbol name = proof.uses[next.back()];
    auto it = proofOf.find(name);
    size_t used = it == proofOf.end() ? index : it->second;
    if (it != proofOf.end() && states[used] == New) {
      states[used] = Open;
      path.push_back(used);
      next.push_back(0);
      continue;
    }
    ++next.back();
    if (it == proofOf.end())
      continue;
    if (states[used] == Open)
      proof.error = "it cites itself through 'uses' of " +
                    theory.symbols.quoted(name);
    else if (proof.error.empty() && !proofs[used].error.empty())
      proof.error =
          "theorem " + theory.symbols.quoted(name) + " is rejected";
    else {
      proof.assumes |= proofs[used].assumes;
      proof.citesFacts |= proofs[used].citesFacts;
      continue;
    }
    proof.errorLine = proof.usesLine;
  }
}
