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

static bool isConjunction(const std::string &formula) {
  return formula.substr(0, 2) == "(&";
}

static std::string denialOf(const std::string &formula) {
  return formula[0] == '!' ? formula.substr(1) : "!" + formula;
}

/// Of an atom that stands for a formula, what the formula and its denial give.
uint32_t Writer::contradict(uint32_t negation, uint32_t fact) {
  if (marking)
    return 0;
  std::string said = out.formulaOf(scope->log, negation);
  std::string known = out.formulaOf(scope->log, fact);
  // Either may be cited as a part of a conjunction.
  for (const std::string &denial : said[0] == '(' ? topParts(said) : std::vector{said})
    for (const std::string &part : isConjunction(known) ? topParts(known)
                                                        : std::vector{known})
      if (said[0] == '(' && inlined(program, denial) == denialOf(inlined(program, part))) {
        negation = alone(negation, denial);
        fact = alone(fact, part);
        said = denial;
        known = part;
      }
  if (isInlineAtom(said) && said[0] == '!')
    return absurd(negation, inlined(program, said), fact,
                  inlined(program, said.substr(1)));
  if (isInlineAtom(known))
    return absurd(negation, inlined(program, "!" + known), fact,
                  inlined(program, known));
  return write("false", "clause @" + std::to_string(negation) + " - from " +
                            std::to_string(fact));
}

/// `false` from two steps whose formulas deny each other. What is universal is
/// contradicted by what its denial says to exist.
uint32_t Writer::absurd(uint32_t a, const std::string &ofA, uint32_t b,
                        const std::string &ofB) {
  const bool isFirst = ofA[0] == '!';
  const uint32_t negation = isFirst ? a : b, positive = isFirst ? b : a;
  const std::string &formula = isFirst ? ofB : ofA;
  if (formula.substr(0, 3) != "(>[") {
    const size_t parts = Statement("(>[]" + formula + "false)").premises.size();
    return write("false", "clause @" + std::to_string(negation) + " -" +
                              from(std::vector<uint32_t>(parts, positive)));
  }
  const auto [binders, left, right] = topImplication(formula);
  std::string fresh;
  std::map<std::string, std::string> names;
  for (const std::string &binder : binders) {
    names[binder] = out.freshName("w");
    fresh += ' ' + binder + '=' + names[binder];
  }
  auto flattened = [](const std::string &text) {
    return Statement("(>[]" + text + "false)").premises;
  };
  const std::string head = rename(right, names);
  const bool isDenial = head[0] == '!';
  const std::string denied = isDenial ? head.substr(1) : '!' + head;
  std::vector<std::string> parts = flattened(rename(left, names));
  const size_t numLeft = parts.size();
  for (const std::string &part : flattened(denied))
    parts.push_back(part);
  const uint32_t witness = write(conjunction(parts), "witness @" +
                                                         std::to_string(negation) +
                                                         " - new" + fresh);
  const bool isExistential = head.substr(0, 4) == "!(>[";
  const std::string instance = "clause @" + std::to_string(positive) + " i" + fresh;
  if (isDenial && !isExistential)
    return write("false", instance + from(std::vector<uint32_t>(parts.size(), witness)));
  const uint32_t holds =
      write(head, instance + from(std::vector<uint32_t>(numLeft, witness)));
  const std::string part =
      "clause @" + std::to_string(witness) + ' ' + std::to_string(numLeft);
  if (!isDenial && head.substr(0, 3) != "(>[")
    return write("false",
                 part + from(std::vector<uint32_t>(flattened(head).size(), holds)));
  return absurd(holds, head, write(denied, part), denied);
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
