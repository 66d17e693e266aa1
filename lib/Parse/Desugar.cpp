//===- Desugar.cpp - From terms to relations ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Flattening: each different application `f(t)` in a statement gets a variable
// v, and `f(t) = v` becomes a premise of the innermost quantifier that binds one
// of its arguments (of the statement as a whole if none does). "There is an x"
// is "not for all x not", so a premise under an existential quantifier is a
// conjunct: one rule for both. For total functions all readings agree.
//
// An equation `f(t) = u` is the atom "f of t is u" where it stands; so the left
// side's own application needs no variable, and a clause `a + s(b) = s(a + b)`
// becomes the rule that one writes by hand.
//
// A variable of a quantifier gets the premise that it is in its set unless a
// premise says so already through the types of a function or relation.
//
//===----------------------------------------------------------------------===//

#include "Desugar.h"

#include "Analysis.h"
#include "Lexer.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mplc;

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

namespace {

using Kind = Syntax::Kind;

/// `iff` writes both sides twice; nested, that grows without bound.
constexpr unsigned maxNodes = 200000;
constexpr unsigned maxNumeral = 1000;

class Desugarer {
public:
  Desugarer(const Context &context, Diagnostics &diagnostics)
      : context(context), diagnostics(diagnostics) {}

  ExprPtr run(const Syntax &syntax, Free free) {
    collectNames(syntax);
    std::vector<Identifier> variables;
    if (free == Free::ForAll && isReadable(syntax))
      for (Identifier &id : freeNames(syntax, /*all=*/false))
        if (!context.scope.contains(id.name) && !isInteger(id.name))
          variables.push_back(std::move(id));
    keep = free == Free::Keep;
    checkShadows(syntax);
    if (!ok)
      return nullptr;
    ExprPtr result = universal(syntax.loc, {{&variables, {}}}, syntax);
    if (ok)
      renameApart(*result);
    return ok ? std::move(result) : nullptr;
  }

private:
  struct Use {
    std::string set;
    llvm::SMLoc loc;
  };
  /// A quantifier: universal, or existential as a negated one.
  struct Level {
    llvm::SMLoc loc;
    bool isCore = false;
    std::vector<Identifier> variables, fresh;
    std::map<std::string, Identifier> setOf; ///< As the quantifier says.
    std::map<std::string, std::vector<Use>> uses;
    std::map<std::string, std::string> equal; ///< By equations between names.
    std::vector<ExprPtr> premises;
    std::map<std::string, std::string> values; ///< Applications seen.
  };

  /// Not an expression of the core at the top: its free names are variables.
  static bool isReadable(const Syntax &syntax) {
    switch (syntax.kind) {
    case Kind::Atom:
      return !syntax.bracketed;
    case Kind::Equality:
    case Kind::Conjunction:
    case Kind::Implication:
    case Kind::Negation:
      return false;
    default:
      return true;
    }
  }

  void error(llvm::SMLoc loc, const llvm::Twine &message) {
    if (ok || !diagnostics.isSilent())
      diagnostics.error(loc, message);
    ok = false;
  }

  bool spend(llvm::SMLoc loc) {
    if (++nodes <= maxNodes)
      return true;
    if (nodes == maxNodes + 1)
      error(loc, "the statement is too large in the core");
    return false;
  }

  /// Stands where something could not be read.
  static ExprPtr nothing(llvm::SMLoc loc) { return makeAtom("", {}, loc); }

  //===--- Names ----------------------------------------------------------===//

  void collectNames(const Syntax &syntax) {
    taken.insert(syntax.name);
    for (const Identifier &variable : syntax.variables)
      taken.insert(variable.name);
    for (const Identifier &set : syntax.sets)
      taken.insert(set.name);
    for (const SyntaxPtr &operand : syntax.operands)
      collectNames(*operand);
  }

  /// No quantifier binds a name that one around it binds.
  void checkShadows(const Syntax &syntax) {
    size_t outer = shadows.size();
    for (const Identifier &variable : syntax.variables) {
      auto it = llvm::find_if(shadows, [&](const Identifier &other) {
        return other.name == variable.name;
      });
      if (it != shadows.end()) {
        error(variable.loc, "'" + variable.name +
                                "' is bound again: it shadows a variable");
        diagnostics.note(it->loc, "first bound here");
      }
      shadows.push_back(variable);
    }
    for (const SyntaxPtr &operand : syntax.operands)
      checkShadows(*operand);
    shadows.resize(outer);
  }

  /// What was bound beside a quantifier may now be bound around it: "there is" in
  /// a premise binds in the whole rule. The inner variable gets another name.
  void renameApart(Expr &expr) {
    for (Identifier &argument : expr.arguments)
      if (auto it = apart.find(argument.name);
          it != apart.end() && expr.kind != Expr::Kind::Implication)
        argument.name = it->second;
    if (expr.kind != Expr::Kind::Implication) {
      for (ExprPtr &operand : expr.operands)
        renameApart(*operand);
      return;
    }
    auto saved = apart;
    for (Identifier &variable : expr.arguments) {
      auto [it, isNew] = apart.try_emplace(variable.name, variable.name);
      if (!isNew)
        variable.name = it->second = freshName();
    }
    for (ExprPtr &operand : expr.operands)
      renameApart(*operand);
    apart = std::move(saved);
  }

  std::string freshName() {
    while (true) {
      std::string name = next < 26 ? std::string(1, char('a' + next))
                                   : "x" + std::to_string(next - 25);
      ++next;
      if (!context.scope.contains(name) && taken.insert(name).second)
        return name;
    }
  }

  std::string resolve(const std::string &name) const {
    auto it = renamed.find(name);
    return it == renamed.end() ? name : it->second;
  }
  Identifier resolve(const Identifier &id) const {
    return {resolve(id.name), id.loc};
  }

  /// The innermost quantifier that binds `name`; -1 if none does.
  int levelOf(const std::string &name) const {
    for (size_t i = levels.size(); i-- > 0;) {
      auto binds = [&](const Identifier &id) { return id.name == name; };
      if (llvm::any_of(levels[i]->variables, binds) ||
          llvm::any_of(levels[i]->fresh, binds))
        return int(i);
    }
    return -1;
  }

  bool isKnown(const std::string &name) const {
    return context.scope.contains(name) || levelOf(name) >= 0;
  }

  void noteSet(const Identifier &id, const std::string &set) {
    int level = levelOf(id.name);
    if (level >= 0 && !set.empty())
      levels[size_t(level)]->uses[id.name].push_back({set, id.loc});
  }

  void noteColumns(const std::vector<Identifier> &arguments) {
    const Signature *signature =
        context.signatures.find(arguments.back().name);
    if (!signature || signature->columns.size() + 1 != arguments.size())
      return;
    for (size_t i = 0; i + 1 < arguments.size(); ++i)
      noteSet(arguments[i], signature->columns[i]);
  }

  //===--- Terms ----------------------------------------------------------===//

  static bool isOperator(const Syntax &syntax) {
    return syntax.kind == Kind::Infix && syntax.name != "=" &&
           syntax.name != "!=" && syntax.name != "in";
  }
  /// An application, prefix or infix, or a numeral that is one.
  bool isApplication(const Syntax &syntax) const {
    return syntax.kind == Kind::Application || isOperator(syntax);
  }

  void expectKnown(const Syntax &application) {
    std::string name = resolve(application.name);
    if (isKnown(name) || keep)
      return;
    if (context.definitions && context.definitions->contains(name))
      return error(application.nameLoc,
                   "'" + name +
                       "' is a definition: its arguments stand in square "
                       "brackets, as in '" +
                       name + "[x,y]'");
    if (std::string ours = ourWordFor(name); !ours.empty())
      return error(application.nameLoc, "unbound variable '" + name +
                                            "'; in MPL this is written '" +
                                            ours + "'");
    std::vector<llvm::StringRef> candidates;
    for (const auto &entry : context.scope)
      candidates.push_back(entry.getKey());
    llvm::sort(candidates);
    error(application.nameLoc,
          "unbound variable '" + name + "'" + suggestion(name, candidates));
  }

  std::vector<Identifier> arguments(const Syntax &application) {
    std::vector<Identifier> result;
    for (const SyntaxPtr &operand : application.operands)
      result.push_back(term(*operand));
    return result;
  }

  /// The name of a term's value, which its premises define.
  Identifier term(const Syntax &syntax) {
    if (!spend(syntax.loc))
      return {"", syntax.loc};
    switch (syntax.kind) {
    case Kind::Name:
      if (isNumeral(syntax))
        return numeral(syntax, "");
      return {resolve(syntax.name), syntax.nameLoc};
    case Kind::Application:
      break;
    case Kind::Infix:
      if (isOperator(syntax) &&
          (!isWordOfFormulas(syntax.name) || isKnown(syntax.name)))
        break;
      [[fallthrough]];
    default:
      error(syntax.nameLoc, "expected a term, found a formula");
      return {"", syntax.loc};
    }
    expectKnown(syntax);
    std::vector<Identifier> inputs;
    const Signature *signature =
        context.signatures.find(resolve(syntax.name));
    for (size_t i = 0; i < syntax.operands.size(); ++i) {
      const Syntax &operand = *syntax.operands[i];
      bool typed = signature && i < signature->columns.size();
      inputs.push_back(isNumeral(operand)
                           ? numeral(operand, typed ? signature->columns[i] : "")
                           : term(operand));
    }
    return value(resolve(syntax.name), std::move(inputs), syntax.nameLoc);
  }

  /// The variable for `function(inputs)`.
  Identifier value(const std::string &function, std::vector<Identifier> inputs,
                   llvm::SMLoc loc) {
    std::string key = function;
    int level = levelOf(function);
    for (const Identifier &input : inputs) {
      key += "," + input.name;
      level = std::max(level, levelOf(input.name));
    }
    Level &owner = *levels[size_t(std::max(level, 0))];
    auto [it, isNew] = owner.values.try_emplace(key);
    if (isNew) {
      it->second = freshName();
      owner.fresh.push_back({it->second, loc});
      inputs.push_back({it->second, loc});
      inputs.push_back({function, loc});
      noteColumns(inputs);
      owner.premises.push_back(makeIn(std::move(inputs), loc));
    }
    return {it->second, loc};
  }

  bool isNumeral(const Syntax &syntax) const {
    return syntax.kind == Kind::Name && isInteger(syntax.name) &&
           !isKnown(syntax.name) && !keep;
  }

  Identifier numeral(const Syntax &syntax, const std::string &set) {
    const Numerals *numerals = nullptr;
    for (const Numerals &each : context.numerals) {
      if (!set.empty() && each.set != set)
        continue;
      if (numerals) {
        error(syntax.nameLoc, "the numeral '" + syntax.name +
                                  "' may be in '" + numerals->set +
                                  "' or in '" + each.set + "'");
        return {"", syntax.loc};
      }
      numerals = &each;
    }
    unsigned number;
    if (!numerals) {
      error(syntax.nameLoc,
            "unbound variable '" + syntax.name +
                "'; numerals are members of a generated set with one constant "
                "and one constructor of one argument");
      return {"", syntax.loc};
    }
    if (llvm::StringRef(syntax.name).getAsInteger(10, number) ||
        number > maxNumeral) {
      error(syntax.nameLoc, "a numeral is an integer from 0 to " +
                                llvm::Twine(maxNumeral));
      return {"", syntax.loc};
    }
    Identifier result{numerals->zero, syntax.nameLoc};
    for (unsigned i = 0; i < number; ++i)
      result = value(numerals->successor, {result}, syntax.nameLoc);
    return result;
  }

  //===--- Formulas -------------------------------------------------------===//

  ExprPtr formula(const Syntax &syntax) {
    if (!spend(syntax.loc))
      return nothing(syntax.loc);
    switch (syntax.kind) {
    case Kind::Name:
      error(syntax.nameLoc,
            "expected a formula, found the term '" + syntax.name + "'");
      return nothing(syntax.loc);
    case Kind::Atom: {
      ExprPtr atom = makeAtom(syntax.name, arguments(syntax), syntax.loc);
      std::optional<unsigned> arity = primitiveArity(atom->name);
      if (arity && *arity == atom->arguments.size())
        noteColumns(atom->arguments);
      return atom;
    }
    case Kind::Application:
      return relation(syntax, arguments(syntax));
    case Kind::Infix:
      return infix(syntax);
    case Kind::Equality:
      return equation(*syntax.operands[0], *syntax.operands[1], syntax.loc);
    case Kind::Not:
    case Kind::Negation:
      return negated(syntax);
    case Kind::Conjunction: {
      std::vector<ExprPtr> parts;
      for (const SyntaxPtr &operand : syntax.operands)
        parts.push_back(formula(*operand));
      return makeConjunction(std::move(parts), syntax.loc);
    }
    case Kind::Implication:
      return coreImplication(syntax);
    case Kind::Quantifier:
      if (syntax.name == "forall")
        return universal(syntax.loc, {}, syntax);
      if (syntax.name == "exists")
        return existential(syntax);
      return unique(syntax);
    }
    return nothing(syntax.loc);
  }

  /// A negation of the core stays as it is written; `not` takes one away.
  ExprPtr negated(const Syntax &syntax) {
    ExprPtr operand = formula(*syntax.operands[0]);
    if (syntax.kind == Kind::Not)
      return makeNegation(std::move(operand), syntax.loc);
    ExprPtr result = makeExpr(Expr::Kind::Negation, syntax.loc);
    result->operands.push_back(std::move(operand));
    return result;
  }

  ExprPtr relation(const Syntax &syntax, std::vector<Identifier> inputs) {
    expectKnown(syntax);
    inputs.push_back({resolve(syntax.name), syntax.nameLoc});
    noteColumns(inputs);
    return makeIn(std::move(inputs), syntax.loc);
  }

  ExprPtr infix(const Syntax &syntax) {
    const Syntax &left = *syntax.operands[0], &right = *syntax.operands[1];
    llvm::SMLoc loc = syntax.loc;
    if (syntax.name == "and" || syntax.name == "or") {
      bool isOr = syntax.name == "or";
      std::vector<ExprPtr> parts;
      std::vector<const Syntax *> operands;
      flatten(syntax, syntax.name.c_str(), operands);
      for (const Syntax *operand : operands) {
        ExprPtr part = formula(*operand);
        parts.push_back(isOr ? makeNegation(std::move(part), operand->loc)
                             : std::move(part));
      }
      ExprPtr all = makeConjunction(std::move(parts), loc);
      return isOr ? makeNegation(std::move(all), loc) : std::move(all);
    }
    if (syntax.name == "implies" || syntax.name == "iff")
      return universal(loc, {}, syntax);
    if (syntax.name == "=")
      return equation(left, right, loc);
    if (syntax.name == "!=")
      return makeNegation(equation(left, right, loc), loc);
    if (syntax.name == "in") {
      Identifier member = term(left), set = term(right);
      noteSet(member, set.name);
      return makeIn({member, set}, loc);
    }
    // `a >= b` is `b <= a` where only that is known.
    std::vector<Identifier> inputs = arguments(syntax);
    std::string mirror = syntax.name == ">="  ? "<="
                         : syntax.name == ">" ? "<"
                                              : "";
    if (!isKnown(syntax.name) && !mirror.empty() && isKnown(mirror)) {
      std::vector<Identifier> all{
          inputs[1], inputs[0], {mirror, syntax.nameLoc}};
      noteColumns(all);
      return makeIn(std::move(all), loc);
    }
    return relation(syntax, std::move(inputs));
  }

  static void flatten(const Syntax &syntax, const char *connective,
                      std::vector<const Syntax *> &operands) {
    if (!syntax.isInfix(connective)) {
      operands.push_back(&syntax);
      return;
    }
    for (const SyntaxPtr &operand : syntax.operands)
      flatten(*operand, connective, operands);
  }

  /// `f(t) = u` as the atom "f of t is u".
  ExprPtr equation(const Syntax &leftSide, const Syntax &rightSide,
                   llvm::SMLoc loc) {
    bool swap = !isApplication(leftSide) && isApplication(rightSide);
    const Syntax &left = swap ? rightSide : leftSide;
    const Syntax &right = swap ? leftSide : rightSide;
    if (isApplication(left)) {
      expectKnown(left);
      std::vector<Identifier> all = arguments(left);
      std::string function = resolve(left.name);
      const Signature *signature = context.signatures.find(function);
      bool typed = signature && signature->columns.size() == all.size() + 1;
      all.push_back(isNumeral(right)
                        ? numeral(right,
                                  typed ? signature->columns.back() : "")
                        : term(right));
      all.push_back({function, left.nameLoc});
      noteColumns(all);
      return makeIn(std::move(all), loc);
    }
    Identifier a = numeralOrTerm(left, right), b = numeralOrTerm(right, left);
    noteEqual(a, b);
    return makeEquality(a, b, loc);
  }

  Identifier numeralOrTerm(const Syntax &syntax, const Syntax &other) {
    if (!isNumeral(syntax) || other.kind != Kind::Name)
      return term(syntax);
    std::string set = context.signatures.setOf(other.name);
    int level = levelOf(resolve(other.name));
    if (level >= 0) {
      auto &declared = levels[size_t(level)]->setOf;
      auto it = declared.find(resolve(other.name));
      if (it != declared.end())
        set = it->second.name;
    }
    return numeral(syntax, set);
  }

  /// Both sides of an equation are in the same sets.
  void noteEqual(const Identifier &a, const Identifier &b) {
    for (auto [from, to] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      int level = levelOf(to->name);
      if (level < 0)
        continue;
      if (levelOf(from->name) < 0)
        noteSet(*to, context.signatures.setOf(from->name));
      else
        levels[size_t(level)]->equal.try_emplace(to->name, from->name);
    }
  }

  //===--- Quantifiers ----------------------------------------------------===//

  using Sets = std::map<std::string, Identifier>;

  static Sets setsOf(const Syntax &quantifier) {
    Sets sets;
    for (size_t i = 0; i < quantifier.variables.size(); ++i)
      if (quantifier.setOf[i] >= 0)
        sets.emplace(quantifier.variables[i].name,
                     quantifier.sets[size_t(quantifier.setOf[i])]);
    return sets;
  }

  /// Adds variables to the innermost quantifier. What was two quantifiers may
  /// become one, so that a name that is there already gets another one. A
  /// constant's name is left for the analysis to report.
  void bind(Level &level, const std::vector<Identifier> &variables,
            const Sets &sets) {
    for (const Identifier &variable : variables) {
      Identifier own = variable;
      if (levelOf(variable.name) >= 0) {
        own.name = freshName();
        renamed[variable.name] = own.name;
      } else {
        renamed.erase(variable.name);
      }
      level.variables.push_back(own);
      auto it = sets.find(variable.name);
      if (it != sets.end())
        level.setOf.emplace(own.name, resolve(it->second));
    }
  }

  /// `variables` with the sets that they are in.
  struct Group {
    const std::vector<Identifier> *variables;
    Sets sets;
  };

  /// For all variables of `groups` and of the quantifiers that `body` starts
  /// with: what it says, with the left sides of implications as premises.
  ExprPtr universal(llvm::SMLoc loc, std::vector<Group> groups,
                    const Syntax &body) {
    const Syntax *head = &body;
    for (; isForAll(*head); head = head->operands[0].get())
      groups.push_back({&head->variables, setsOf(*head)});
    if (!head->isInfix("iff"))
      return universalRule(loc, groups, *head, nullptr);
    std::vector<ExprPtr> parts;
    for (unsigned side : {0u, 1u})
      parts.push_back(universalRule(loc, groups, *head->operands[1 - side],
                                    head->operands[side].get()));
    return makeConjunction(std::move(parts), loc);
  }

  ExprPtr universalRule(llvm::SMLoc loc, const std::vector<Group> &groups,
                        const Syntax &body, const Syntax *left) {
    auto saved = renamed;
    Level level;
    open(level, loc);
    for (const Group &group : groups)
      bind(level, *group.variables, group.sets);
    if (left)
      premise(*left);
    const Syntax *head = &body;
    while (true) {
      if (head->isInfix("implies")) {
        premise(*head->operands[0]);
        head = head->operands[1].get();
      } else if (isForAll(*head)) {
        bind(level, head->variables, setsOf(*head));
        head = head->operands[0].get();
      } else {
        break;
      }
    }
    ExprPtr right = formula(*head);
    ExprPtr result = close(std::move(right), loc, /*existential=*/false);
    renamed = std::move(saved);
    return result;
  }

  static bool isForAll(const Syntax &syntax) {
    return syntax.kind == Kind::Quantifier && syntax.name == "forall";
  }

  /// An implication of the core: its premises say which sets variables are in.
  ExprPtr coreImplication(const Syntax &syntax) {
    Level level;
    level.isCore = true;
    open(level, syntax.loc);
    bind(level, syntax.variables, {});
    for (const Syntax *part : premisesOf(*syntax.operands[0])) {
      ExprPtr premise = formula(*part);
      level.premises.push_back(std::move(premise));
    }
    ExprPtr right = formula(*syntax.operands[1]);
    return close(std::move(right), syntax.loc, /*existential=*/false);
  }

  static std::vector<const Syntax *> premisesOf(const Syntax &left) {
    std::vector<const Syntax *> parts;
    if (left.kind == Kind::Conjunction)
      for (const SyntaxPtr &operand : left.operands)
        parts.push_back(operand.get());
    else
      parts.push_back(&left);
    return parts;
  }

  void open(Level &level, llvm::SMLoc loc) {
    level.loc = loc;
    levels.push_back(&level);
  }

  /// A premise of the innermost quantifier: "and" is several of them, "there is
  /// an x" a further variable.
  void premise(const Syntax &syntax) {
    Level &level = *levels.back();
    if (syntax.isInfix("and") || syntax.kind == Kind::Conjunction) {
      for (const SyntaxPtr &operand : syntax.operands)
        premise(*operand);
    } else if (syntax.kind == Kind::Quantifier && syntax.name == "exists") {
      auto saved = renamed;
      bind(level, syntax.variables, setsOf(syntax));
      premise(*syntax.operands[0]);
      renamed = std::move(saved);
    } else {
      ExprPtr part = formula(syntax);
      level.premises.push_back(std::move(part));
    }
  }

  ExprPtr existential(const Syntax &syntax) {
    auto saved = renamed;
    Level level;
    open(level, syntax.loc);
    bind(level, syntax.variables, setsOf(syntax));
    ExprPtr body = formula(*syntax.operands[0]);
    ExprPtr all = close(makeNegation(std::move(body), syntax.loc), syntax.loc,
                        /*existential=*/true);
    renamed = std::move(saved);
    return makeNegation(std::move(all), syntax.loc);
  }

  /// There is one, and any two are equal.
  ExprPtr unique(const Syntax &syntax) {
    std::vector<ExprPtr> parts;
    parts.push_back(existential(syntax));
    auto saved = renamed;
    Level level;
    open(level, syntax.loc);
    std::vector<Identifier> values[2];
    for (std::vector<Identifier> &each : values) {
      bind(level, syntax.variables, setsOf(syntax));
      premise(*syntax.operands[0]);
      for (const Identifier &variable : syntax.variables)
        each.push_back(resolve(variable));
    }
    std::vector<ExprPtr> equal;
    for (size_t i = 0; i < values[0].size(); ++i) {
      noteEqual(values[0][i], values[1][i]);
      equal.push_back(
          makeEquality(values[0][i], values[1][i], values[0][i].loc));
    }
    parts.push_back(close(makeConjunction(std::move(equal), syntax.loc),
                          syntax.loc, /*existential=*/false));
    renamed = std::move(saved);
    return makeConjunction(std::move(parts), syntax.loc);
  }

  //===--- Sets of variables ----------------------------------------------===//

  /// Does a premise say what `variable` is? `set`, if it is given, must be what
  /// it says.
  bool isCovered(const Level &level, const std::string &variable,
                 const std::string *set) const {
    for (const ExprPtr &premise : level.premises) {
      if (premise->kind != Expr::Kind::Atom)
        continue;
      const Signature *signature = nullptr;
      if (primitiveArity(premise->name) && !premise->arguments.empty())
        signature = context.signatures.find(premise->arguments.back().name);
      for (size_t i = 0; i < premise->arguments.size(); ++i) {
        if (premise->arguments[i].name != variable)
          continue;
        if (!set)
          return true;
        if (signature && i < signature->columns.size() &&
            signature->columns[i] == *set)
          return true;
        if (premise->name == "in" && premise->arguments[1].name == *set)
          return true;
      }
    }
    return false;
  }

  /// The set of a variable, by its uses and those of its equals.
  std::string inferSet(const Level &level, const Identifier &variable) {
    std::string name = variable.name;
    std::set<std::string> seen;
    while (seen.insert(name).second) {
      int owner = levelOf(name);
      const Level &binder = owner < 0 ? level : *levels[size_t(owner)];
      if (auto it = binder.setOf.find(name); it != binder.setOf.end())
        return it->second.name;
      if (auto it = binder.uses.find(name); it != binder.uses.end()) {
        const Use &first = it->second[0];
        for (const Use &use : it->second) {
          if (use.set == first.set)
            continue;
          error(variable.loc, "the set of '" + variable.name +
                                  "' is not clear; say 'forall " +
                                  variable.name + " in S:'");
          diagnostics.note(first.loc, "it is in '" + first.set + "' here");
          diagnostics.note(use.loc, "but in '" + use.set + "' here");
          return first.set;
        }
        return first.set;
      }
      auto it = binder.equal.find(name);
      if (it == binder.equal.end())
        break;
      name = it->second;
    }
    return "";
  }

  void addSets(Level &level, bool existential) {
    std::vector<ExprPtr> sets;
    for (const Identifier &variable : level.variables) {
      auto it = level.setOf.find(variable.name);
      if (it != level.setOf.end()) {
        if (existential ||
            !isCovered(level, variable.name, &it->second.name))
          sets.push_back(makeIn({variable, it->second}, variable.loc));
        continue;
      }
      if (!existential && isCovered(level, variable.name, nullptr))
        continue;
      std::string set = inferSet(level, variable);
      if (!set.empty())
        sets.push_back(makeIn({variable, {set, variable.loc}}, variable.loc));
      else if (!existential && ok)
        error(variable.loc, "nothing says which set '" + variable.name +
                                "' is in; say 'forall " + variable.name +
                                " in S:'");
    }
    for (ExprPtr &premise : level.premises)
      sets.push_back(std::move(premise));
    level.premises = std::move(sets);
  }

  /// The innermost quantifier, with `head` under it.
  ExprPtr close(ExprPtr head, llvm::SMLoc loc, bool existential) {
    Level &level = *levels.back();
    if (!level.isCore)
      addSets(level, existential);
    levels.pop_back();
    std::vector<Identifier> variables = std::move(level.variables);
    variables.insert(variables.end(), level.fresh.begin(), level.fresh.end());
    // "There is an x with A" where nothing says what x is: A and A.
    if (level.premises.empty() && existential)
      level.premises.push_back(makeNegation(copyExpr(*head), loc));
    if (level.premises.empty())
      return head;
    return makeImplication(std::move(variables), std::move(level.premises),
                           std::move(head), loc);
  }

  const Context &context;
  Diagnostics &diagnostics;
  llvm::StringSet<> taken;
  unsigned next = 0;
  unsigned nodes = 0;
  bool ok = true;
  bool keep = false;
  std::map<std::string, std::string> renamed;
  /// Bound variables and what they are called in the end.
  std::map<std::string, std::string> apart;
  std::vector<Level *> levels;
  std::vector<Identifier> shadows;
};

/// Are there integers that are no constants, so that they must be read?
bool hasNumerals(const Syntax &syntax, const Context &context) {
  if (syntax.kind == Kind::Name)
    return isInteger(syntax.name) && !context.scope.contains(syntax.name);
  return llvm::any_of(syntax.operands, [&](const SyntaxPtr &operand) {
    return hasNumerals(*operand, context);
  });
}

} // namespace

ExprPtr mplc::desugar(const Syntax &syntax, const Context &context,
                      Diagnostics &diagnostics, Free free) {
  if (isCore(syntax) && (free == Free::Keep || context.numerals.empty() ||
                         !hasNumerals(syntax, context)))
    return convertCore(syntax);
  // The parts of an outer conjunction are statements of their own.
  if (syntax.kind == Kind::Conjunction) {
    std::vector<ExprPtr> parts;
    for (const SyntaxPtr &operand : syntax.operands) {
      ExprPtr part = desugar(*operand, context, diagnostics, free);
      if (!part)
        return nullptr;
      parts.push_back(std::move(part));
    }
    return makeConjunction(std::move(parts), syntax.loc);
  }
  return Desugarer(context, diagnostics).run(syntax, free);
}
