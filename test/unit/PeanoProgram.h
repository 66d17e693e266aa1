//===- PeanoProgram.h - A small theory, put together by hand ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TEST_UNIT_PEANOPROGRAM_H
#define MPLC_TEST_UNIT_PEANOPROGRAM_H

#include "mplc/Calculus/Negation.h"
#include "mplc/Calculus/Program.h"

namespace mplc::test {

using namespace calculus;

/// Builds programs out of total functions on one set N.
class ProgramBuilder {
public:
  enum : RelationId { N = 0 };

  explicit ProgramBuilder(std::string theory) {
    p.theory = std::move(theory);
    Relation in;
    in.name = "in.N";
    in.predicate = "in";
    in.pattern = {"$0", "N"};
    in.columns.resize(1);
    p.relations.push_back(in);
  }

  Term constant(const std::string &name, const std::string &path) {
    p.constants.push_back(name);
    const Term t = constantTerm(uint32_t(p.constants.size() - 1));
    fact({N, {t}}, path);
    return t;
  }

  void fact(Atom atom, const std::string &path) {
    Rule rule;
    rule.atom = std::move(atom);
    add(rule, path, {});
  }

  /// A total function; `path` is that of its definition's instance.
  RelationId function(const std::string &name, uint32_t inputs,
                      const std::string &path) {
    const auto id = RelationId(p.relations.size());
    Relation r;
    r.name = "in" + std::to_string(inputs + 1) + "." + name;
    r.predicate = "in" + std::to_string(inputs + 1);
    for (uint32_t c = 0; c <= inputs; ++c)
      r.pattern.push_back("$" + std::to_string(c));
    r.pattern.push_back(name);
    r.columns.resize(inputs + 1);
    r.functional = true;
    p.relations.push_back(r);

    static const char *names[] = {"x", "y", "z"};
    Atom application{id, {}};
    std::vector<std::string> variables;
    for (uint32_t c = 0; c <= inputs; ++c) {
      application.args.push_back(Term(c));
      variables.push_back(c == inputs ? "v" : names[c]);
    }
    Rule total;
    total.head = Rule::Head::Witness;
    for (uint32_t c = 0; c < inputs; ++c)
      total.premises.push_back({N, {Term(c)}});
    total.fresh = {{"v", Term(inputs)}};
    total.witnesses = {{N, {Term(inputs)}}, application};
    total.active = false;
    p.relations[id].totality = add(
        total, path + ".0.i",
        std::vector<std::string>(variables.begin(), variables.end() - 1));
    for (uint32_t c = 0; c <= inputs; ++c) {
      Rule typing;
      typing.premises = {application};
      typing.atom = {N, {Term(c)}};
      typing.active = false;
      p.relations[id].columns[c] = {
          N, add(typing, path + ".1.i." + std::to_string(c), variables)};
    }
    Rule key;
    Atom second = application;
    second.args.back() = Term(inputs + 1);
    key.premises = {application, second};
    key.head = Rule::Head::Equate;
    key.left = Term(inputs);
    key.right = Term(inputs + 1);
    key.active = false;
    variables.push_back("w");
    p.relations[id].key = add(key, path + ".2.i", variables);
    return id;
  }

  RuleId add(Rule rule, const std::string &path,
             const std::vector<std::string> &variables) {
    rule.name = "r" + std::to_string(p.rules.size());
    rule.numVariables = uint32_t(variables.size() + rule.fresh.size());
    rule.clause.root = p.theory;
    rule.clause.path = path;
    for (size_t v = 0; v < variables.size(); ++v)
      rule.clause.substitution.push_back({variables[v], Term(v)});
    for (uint32_t i = 0; i < rule.premises.size(); ++i)
      rule.clause.cites.push_back({Cite::Kind::Premise, i, 0, 0});
    p.rules.push_back(std::move(rule));
    return RuleId(p.rules.size() - 1);
  }

  void conjecture(const std::string &name, const std::string &statement,
                  std::vector<Atom> premises, Atom head,
                  const std::vector<std::string> &variables) {
    add(name, statement, std::move(premises), variables).atom = std::move(head);
  }

  void equation(const std::string &name, const std::string &statement,
                std::vector<Atom> premises, Term left, Term right,
                const std::vector<std::string> &variables) {
    Goal &goal = add(name, statement, std::move(premises), variables);
    goal.head = Rule::Head::Equate;
    goal.left = left;
    goal.right = right;
  }

  Program p;

private:
  Goal &add(const std::string &name, const std::string &statement,
            std::vector<Atom> premises,
            const std::vector<std::string> &variables) {
    Conjecture &c = p.conjectures.emplace_back();
    c.name = name;
    c.statement = statement;
    c.location = "peano.mpl:1:1";
    c.goal.premises = std::move(premises);
    c.goal.numVariables = uint32_t(variables.size());
    for (size_t v = 0; v < variables.size(); ++v)
      c.goal.binders.push_back({variables[v], Term(v)});
    for (uint32_t i = 0; i < c.goal.premises.size(); ++i)
      c.goal.cites.push_back({Cite::Kind::Premise, i, 0, 0});
    return c.goal;
  }
};

/// A function by cases on whether two elements of a set without constructors are
/// equal: same(x,x) = yes, and same(x,y) = no if x != y.
inline Program equalityByCases() {
  ProgramBuilder b("Cases");
  const Term yes = b.constant("yes", "0"), no = b.constant("no", "1");
  const RelationId same = b.function("same", 2, "2.u");
  const auto different = RelationId(b.p.relations.size());
  Relation r;
  r.name = "!=";
  r.predicate = "=";
  r.pattern = {"$0", "$1"};
  r.columns.resize(2);
  r.negated = true;
  b.p.relations.push_back(r);
  Rule equal;
  equal.premises = {{ProgramBuilder::N, {0}}};
  equal.atom = {same, {0, 0, yes}};
  b.add(equal, "3.i", {"x"});
  Rule unequal;
  unequal.premises = {{different, {0, 1}},
                      {ProgramBuilder::N, {0}},
                      {ProgramBuilder::N, {1}}};
  unequal.atom = {same, {0, 1, no}};
  b.add(unequal, "4.i", {"x", "y"});
  for (Rule &rule : complementRules(b.p))
    b.p.rules.push_back(std::move(rule));
  return b.p;
}

/// Addition and multiplication by recursion on the second argument, in the order
/// of Inputs/peano.mpl, whose paths it cites.
inline Program peano() {
  ProgramBuilder b("Peano");
  const Term zero = b.constant("i0", "0");
  const RelationId s = b.function("s", 1, "1.u");
  const RelationId plus = b.function("+", 2, "4.u");
  const RelationId times = b.function("*", 2, "7.u");

  Rule neverZero;
  neverZero.premises = {{s, {0, zero}}};
  neverZero.head = Rule::Head::Refute;
  const RuleId never = b.add(neverZero, "2.i", {"x"});
  b.p.rules[never].clause.cites = {{Cite::Kind::Typing, 0, 0, 0},
                                   {Cite::Kind::Premise, 0, 0, 0}};
  Rule injective;
  injective.premises = {{s, {0, 2}}, {s, {1, 2}}};
  injective.head = Rule::Head::Equate;
  injective.left = 0;
  injective.right = 1;
  b.add(injective, "3.i", {"x", "y", "z"});
  Rule plusZero;
  plusZero.premises = {{ProgramBuilder::N, {0}}};
  plusZero.atom = {plus, {0, zero, 0}};
  b.add(plusZero, "5.i", {"a"});
  Rule plusNext; // b' = s(b), a+b = d, s(d) = e -> a+b' = e
  plusNext.premises = {{s, {1, 2}}, {plus, {0, 1, 3}}, {s, {3, 4}}};
  plusNext.atom = {plus, {0, 2, 4}};
  b.add(plusNext, "6.i", {"a", "b", "p", "c", "d"});
  Rule timesZero;
  timesZero.premises = {{ProgramBuilder::N, {0}}};
  timesZero.atom = {times, {0, zero, zero}};
  b.add(timesZero, "8.i", {"a"});
  Rule timesNext; // b' = s(b), a*b = c, c+a = d -> a*b' = d
  timesNext.premises = {{s, {1, 2}}, {times, {0, 1, 3}}, {plus, {3, 0, 4}}};
  timesNext.atom = {times, {0, 2, 4}};
  b.add(timesNext, "9.i", {"a", "b", "p", "c", "d"});

  b.p.relations[s].constructor = true;
  b.p.inductions.push_back(
      {ProgramBuilder::N, "N", {{false, 0}, {true, s}}});

  b.conjecture("add_comm", "(>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+]))",
               {{plus, {0, 1, 2}}}, {plus, {1, 0, 2}}, {"a", "b", "c"});
  b.conjecture("mul_comm", "(>[a,b,c](in3[a,b,c,*])(in3[b,a,c,*]))",
               {{times, {0, 1, 2}}}, {times, {1, 0, 2}}, {"a", "b", "c"});
  b.equation("add_assoc",
             "(>[a,b,c,d,e,f,g](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+])"
             "(in3[a,f,g,+]))(=[e,g]))",
             {{plus, {0, 1, 3}}, {plus, {3, 2, 4}}, {plus, {1, 2, 5}}, {plus, {0, 5, 6}}},
             4, 6, {"a", "b", "c", "d", "e", "f", "g"});
  b.equation("mul_assoc",
             "(>[a,b,c,d,e,f,g](&(in3[a,b,d,*])(in3[d,c,e,*])(in3[b,c,f,*])"
             "(in3[a,f,g,*]))(=[e,g]))",
             {{times, {0, 1, 3}}, {times, {3, 2, 4}}, {times, {1, 2, 5}}, {times, {0, 5, 6}}},
             4, 6, {"a", "b", "c", "d", "e", "f", "g"});
  b.equation("mul_add",
             "(>[a,b,c,d,e,f,g,h](&(in3[b,c,d,+])(in3[a,d,e,*])(in3[a,b,f,*])"
             "(in3[a,c,g,*])(in3[f,g,h,+]))(=[e,h]))",
             {{plus, {1, 2, 3}}, {times, {0, 3, 4}}, {times, {0, 1, 5}},
              {times, {0, 2, 6}}, {plus, {5, 6, 7}}},
             4, 7, {"a", "b", "c", "d", "e", "f", "g", "h"});
  b.conjecture("zero_add", "(>[a](in[a,N])(in3[i0,a,a,+]))",
               {{ProgramBuilder::N, {0}}}, {plus, {zero, 0, 0}}, {"a"});
  b.conjecture("zero_mul", "(>[a](in[a,N])(in3[i0,a,i0,*]))",
               {{ProgramBuilder::N, {0}}}, {times, {zero, 0, zero}}, {"a"});
  b.conjecture("next_add",
               "(>[a,b,p,c,d](&(in2[a,p,s])(in3[a,b,c,+])(in2[c,d,s]))(in3[p,b,d,+]))",
               {{s, {0, 2}}, {plus, {0, 1, 3}}, {s, {3, 4}}}, {plus, {2, 1, 4}},
               {"a", "b", "p", "c", "d"});
  b.conjecture("next_mul",
               "(>[a,b,p,c,d](&(in2[a,p,s])(in3[a,b,c,*])(in3[b,c,d,+]))(in3[p,b,d,*]))",
               {{s, {0, 2}}, {times, {0, 1, 3}}, {plus, {1, 3, 4}}},
               {times, {2, 1, 4}}, {"a", "b", "p", "c", "d"});
  return b.p;
}

} // namespace mplc::test

#endif // MPLC_TEST_UNIT_PEANOPROGRAM_H
