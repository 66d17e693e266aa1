//===- NegationWriter.cpp - Steps that deny something ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A negated fact is proved in a block of its own: what it denies is assumed, and
// the rule that it comes from, used as it stands, contradicts what is known. A
// fact that only follows because its negation is absurd takes the two cases of
// whether it holds.
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/Inline.h"
#include "runtime/proof/NegationWriter.h"

namespace mplrt {

/// Of a negation that stands for a formula which is no negation, the parts that a proof
/// of false cites: all of a conjunction; what is universal is contradicted by what its
/// denial says to exist.
uint32_t Writer::contradict(uint32_t negation, uint32_t fact) {
  if (marking)
    return 0;
  const std::string &said = out.formulaOf(scope->log, negation);
  const std::string denied = isInlineAtom(said) && said[0] == '!'
                                 ? said.substr(1)
                                 : out.formulaOf(scope->log, fact);
  if (!isInlineAtom(denied))
    return write("false", "clause @" + std::to_string(negation) + " - from " +
                              std::to_string(fact));
  const std::string body = inlined(program, denied);
  if (body.substr(0, 2) == "(&") {
    std::vector<uint32_t> cites(Statement("(>[]" + body + "false)").premises.size(), fact);
    return write("false", "clause @" + std::to_string(negation) + " -" + from(cites));
  }
  if (body.substr(0, 4) != "!(>[") // A negation: the other one denies it.
    return write("false", "clause @" + std::to_string(fact) + " - from " +
                              std::to_string(negation));
  const Statement universal(body.substr(1));
  std::string fresh, bound;
  std::map<std::string, std::string> names;
  for (const std::string &binder : universal.levels[0].binders) {
    names[binder] = out.freshName("w");
    fresh += ' ' + binder + '=' + names[binder];
  }
  std::vector<std::string> parts;
  for (const std::string &part : universal.premises)
    parts.push_back(rename(part, names));
  const uint32_t witness = write(conjunction(parts), "witness @" + std::to_string(fact) +
                                                         " - new" + fresh);
  return write("false", "clause @" + std::to_string(negation) + " i" + fresh +
                            from(std::vector<uint32_t>(parts.size(), witness)));
}

/// An instance of a clause `P -> !A` as the fact `!A`.
uint32_t Writer::negatedHead(uint32_t number, const std::vector<Id> &env,
                             std::span<const uint32_t> matched) {
  const Rule &rule = block->rule(number);
  std::vector<uint32_t> cites;
  for (const Cite &c : rule.clause.cites)
    if (c.kind != Cite::Kind::Assumed)
      cites.push_back(cite(c, rule, env, matched));
  return byContradiction(headText(rule, env), true, [&](uint32_t assumed) {
    cites.push_back(assumed);
    return conclude(number, "false", env, cites);
  });
}

uint32_t Writer::symmetry(const Rule &rule, const std::vector<Id> &env,
                          std::span<const uint32_t> matched) {
  const uint32_t known = literal(matched[0], values(rule.premises[0], env));
  return byContradiction(headText(rule, env), true, [&](uint32_t assumed) {
    const std::vector<Id> ids = values(rule.premises[0], env);
    const uint32_t equal =
        write(equation(ids[0], ids[1]), "chain " + std::to_string(assumed));
    return contradict(known, equal);
  });
}

/// An instance of a rule the other way round (Clause::Kind::Contrapose).
uint32_t Writer::contrapose(uint32_t number, const std::vector<Id> &env,
                            std::span<const uint32_t> matched) {
  const Rule &rule = block->rule(number);
  const uint32_t baseNumber = number < program.rules.size()
                                  ? rule.clause.base
                                  : number - rule.clause.base;
  const Rule &base = block->rule(baseNumber);
  const uint32_t dropped = rule.clause.dropped;
  const bool keeps = rule.clause.column != calculus::none;
  // Facts of the rule's own premises, cited outside the block.
  std::vector<uint32_t> own;
  for (size_t p = 0; p < rule.premises.size(); ++p)
    own.push_back(literal(matched[p], values(rule.premises[p], env)));
  const bool isNegation = rule.head == Rule::Head::Derive &&
                          program.relations[rule.atom.relation].negated;
  return byContradiction(headText(rule, env), isNegation, [&](uint32_t assumed) {
    std::vector<uint32_t> premises;
    size_t next = 0;
    for (uint32_t p = 0; p < base.premises.size(); ++p) {
      if (p != dropped) {
        premises.push_back(own[next++]);
      } else if (!keeps) {
        premises.push_back(assumed);
      } else {
        const Atom &premise = base.premises[p];
        premises.push_back(write(text(premise.relation, values(premise, env)),
                                 "rewrite " + std::to_string(own[next++]) +
                                     " by " + std::to_string(assumed)));
      }
    }
    std::vector<uint32_t> cites;
    for (const Cite &c : base.clause.cites)
      cites.push_back(cite(c, base, env, premises));
    const uint32_t head = conclude(baseNumber, headText(base, env), env, cites);
    if (base.head == Rule::Head::Refute)
      return head;
    const bool isDenial = base.head == Rule::Head::Equate ||
                          !program.relations[base.atom.relation].negated;
    return isDenial ? contradict(own.back(), head) : contradict(head, own.back());
  });
}

/// Marks a fact that names the constant: a proof may speak of it in a condition
/// before it says anything of it.
void Writer::nameSource(Id id) {
  for (RowId row = 0; row < block->rows.size(); ++row) {
    if (block->log[block->rows[row].provenance] != prov::Witness)
      continue;
    const std::span<const uint32_t> entry = data(block->rows[row].provenance);
    const size_t fresh = block->rule(entry[0]).fresh.size();
    if (id >= entry[1] && id < entry[1] + fresh) {
      markRow(row);
      return;
    }
  }
}

} // namespace mplrt
