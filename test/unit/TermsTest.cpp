//===- TermsTest.cpp - Terms print and read back --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the term printer writes is read back as the same statement: all theories
// of the library and all goals of the bench, and random statements.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"
#include "mplc/Parse/TermPrinter.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "gtest/gtest.h"

#include <filesystem>
#include <random>

using namespace mplc;

namespace {

struct Source {
  explicit Source(const std::string &path) : path(path) {
    auto buffer = llvm::MemoryBuffer::getFile(path);
    if (buffer)
      read(std::move(*buffer));
  }
  Source(const std::string &text, const char *name) : path(name) {
    read(llvm::MemoryBuffer::getMemBufferCopy(text, name));
  }

  void read(std::unique_ptr<llvm::MemoryBuffer> buffer) {
    sources.setDiagHandler(
        [](const llvm::SMDiagnostic &diagnostic, void *text) {
          if (diagnostic.getKind() == llvm::SourceMgr::DK_Error)
            *static_cast<std::string *>(text) +=
                diagnostic.getMessage().str() + "\n";
        },
        &errors);
    sources.AddNewSourceBuffer(std::move(buffer), llvm::SMLoc());
    module = parse(sources);
    if (module && !analyse(*module, sources))
      module = nullptr;
  }

  std::string terms() const {
    std::string text;
    llvm::raw_string_ostream os(text);
    TermPrinter(*module).print(os);
    return text;
  }

  std::string path, errors;
  llvm::SourceMgr sources;
  std::unique_ptr<Module> module;
};

void expectSame(const Expr &left, const Expr &right, const std::string &what) {
  EXPECT_TRUE(isSameStatement(left, right))
      << what << "\n  " << toString(left) << "\n  " << toString(right);
}

/// Prints a module as terms and reads it again.
void roundTrip(const Source &first) {
  std::string text = first.terms();
  Source second(text, "terms");
  ASSERT_TRUE(second.module) << first.path << "\n" << second.errors << text;
  for (const Conjecture &own : first.module->conjectures) {
    auto other =
        llvm::find_if(second.module->conjectures, [&](const Conjecture &each) {
          return each.id.name == own.id.name;
        });
    ASSERT_NE(other, second.module->conjectures.end());
    expectSame(*own.statement, *other->statement, first.path);
  }
  ASSERT_EQ(first.module->definitions.size(),
            second.module->definitions.size());
  for (const Definition &own : first.module->definitions)
    for (const Definition &other : second.module->definitions)
      if (own.id.name == other.id.name)
        expectSame(*own.body, *other.body, first.path + " " + own.id.name);
  if (first.module->theory)
    expectSame(*first.module->theory->axioms, *second.module->theory->axioms,
               first.path);
}

TEST(Terms, Library) {
  unsigned files = 0;
  for (const char *folder : {"mpl", "bench/goals"})
    for (const auto &entry : std::filesystem::directory_iterator(
             std::string(MPLC_SOURCE) + "/" + folder)) {
      if (entry.path().extension() != ".mpl")
        continue;
      Source source(entry.path().string());
      ASSERT_TRUE(source.module) << source.path << source.errors;
      roundTrip(source);
      Source again(source.terms(), "terms");
      EXPECT_EQ(again.terms(), source.terms()) << source.path;
      ++files;
    }
  EXPECT_GT(files, 100u);
}

/// Most of what people write has a term form; not where constants are called
/// and, or and not.
TEST(Terms, FewStayInTheCore) {
  unsigned core = 0, all = 0;
  for (const auto &entry : std::filesystem::directory_iterator(
           std::string(MPLC_SOURCE) + "/bench/goals")) {
    if (entry.path().extension() != ".mpl")
      continue;
    Source source(entry.path().string());
    TermPrinter printer(*source.module);
    for (const Conjecture &conjecture : source.module->conjectures) {
      core += printer.statement(*conjecture.statement) ==
              toString(*conjecture.statement);
      ++all;
    }
  }
  EXPECT_LE(core * 10, all);
}

/// Random statements about a theory with two sets.
class Generator {
public:
  explicit Generator(unsigned seed) : random(seed) {}

  std::string statement() {
    scope.clear();
    next = 0;
    return formula(3);
  }

private:
  unsigned pick(unsigned bound) { return random() % bound; }

  std::string name() {
    static const char *const constants[] = {"i0", "e"};
    if (scope.empty() || pick(4) == 0)
      return constants[pick(2)];
    return scope[pick(unsigned(scope.size()))];
  }

  std::string atom() {
    switch (pick(6)) {
    case 0:
      return "(in[" + name() + (pick(2) ? ",N])" : ",M])");
    case 1:
      return "(in2[" + name() + "," + name() + ",s])";
    case 2:
      return "(in2[" + name() + "," + name() + ",<=])";
    case 3:
      return "(=[" + name() + "," + name() + "])";
    default:
      return "(in3[" + name() + "," + name() + "," + name() +
             (pick(2) ? ",+])" : ",?])");
    }
  }

  std::string formula(unsigned depth) {
    if (depth == 0)
      return atom();
    switch (pick(5)) {
    case 0:
      return "!" + formula(depth - 1);
    case 1: {
      std::string text = "(&";
      for (unsigned i = 2 + pick(2); i-- > 0;)
        text += formula(depth - 1);
      return text + ")";
    }
    case 2:
    case 3: {
      size_t outer = scope.size();
      std::string text = "(>[";
      for (unsigned i = pick(4); i-- > 0;) {
        std::string variable = "v" + std::to_string(next++);
        text += (scope.size() > outer ? "," : "") + variable;
        scope.push_back(variable);
      }
      text += "]" + formula(depth - 1) + formula(depth - 1) + ")";
      scope.resize(outer);
      return text;
    }
    default:
      return atom();
    }
  }

  std::mt19937 random;
  std::vector<std::string> scope;
  unsigned next = 0;
};

TEST(Terms, RandomStatements) {
  const std::string theory =
      "(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))"
      "(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))))"
      "(theory T[N,M,i0,e,s,+,?,<=] (&(in[i0,N])(in[e,M])(fXY[s,N,N])"
      "(>[x,y](in2[x,y,<=])(&(in[x,N])(in[y,N])))"
      "(>[x,y](&(in[x,N])(in[y,N]))!(>[z](in[z,N])!(in3[x,y,z,+])))"
      "(>[x,y,z](in3[x,y,z,+])(&(in[x,N])(in[y,N])(in[z,N])))"
      "(>[x,y,z](in3[x,y,z,?])(&(in[x,M])(in[y,N])(in[z,M])))))"
      "(induction [N,i0,s])";
  unsigned accepted = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    Source source(theory + "(conjecture c " + Generator(seed).statement() +
                      ")",
                  "random");
    if (!source.module)
      continue;
    roundTrip(source);
    ++accepted;
  }
  EXPECT_GT(accepted, 250u);
}

} // namespace
