// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// MPL for tree-sitter: forms, the core, and formulas with terms. Operators have
// the precedence of docs/language.md.

const list = (rule) => seq(rule, repeat(seq(",", rule)));

module.exports = grammar({
  name: "mpl",
  extras: ($) => [/\s/, $.comment],
  word: ($) => $.word,
  conflicts: ($) => [[$.names, $.group]],

  rules: {
    file: ($) => repeat(choice($.form, $._formula)),

    form: ($) =>
      seq(
        "(",
        choice(
          seq("import", choice($.string, $.library),
              optional(seq("as", $._name, $.parameters))),
          seq("import-theorems", $.string, optional($.parameters)),
          seq("define", $._name, $.parameters, $._formula),
          seq("theory", $._name, optional($.parameters), optional($.clauses)),
          seq("induction", $.parameters),
          seq("explore", $._name, $.parameters, repeat($.bound)),
          seq(choice("conjecture", "assume"), $._name, $._formula,
              optional($.string)),
          seq("fact", $._formula),
          seq("datatype", $._name, "=", $.constructor,
              repeat(seq("|", $.constructor))),
          seq("function", $.names, ":", $.names, "->", $._name,
              optional($.clauses)),
          seq("relation", $.names, ":", $.names, optional($.clauses)),
          seq("set", $.names),
          seq("constant", $.names, ":", $._name),
        ),
        ")",
      ),

    clauses: ($) => seq($._formula, repeat(seq(";", $._formula)), optional(";")),
    constructor: ($) => seq($._name, optional(seq("(", $.names, ")"))),
    bound: ($) => seq("(", $.word, $.word, ")"),
    names: ($) => list($._name),
    parameters: ($) => seq("[", optional(list($._name)), "]"),

    _formula: ($) =>
      choice($.infix, $.not, $.quantifier, $.application, $.atom, $.core,
             $.negation, $.brackets, $._name),
    brackets: ($) => seq("(", $._formula, ")"),
    application: ($) => prec(20, seq($._name, "(", list($._formula), ")")),
    atom: ($) => prec(20, seq($._name, "[", list($._formula), "]")),
    negation: ($) => prec(20, seq("!", choice($.negation, $.brackets, $.core))),
    core: ($) =>
      choice(
        seq("(", "&", repeat1(choice($.negation, $.brackets, $.core)), ")"),
        seq("(", ">", $.parameters, choice($.negation, $.brackets, $.core),
            choice($.negation, $.brackets, $.core), ")"),
        seq("(", "=", "[", list($._formula), "]", ")"),
      ),
    not: ($) => prec(5, seq("not", $._formula)),
    quantifier: ($) =>
      prec.right(0, seq(choice("forall", "exists", "unique"), list($.group),
                        ":", $._formula)),
    group: ($) => seq(list($._name), optional(seq("in", $._name))),

    infix: ($) =>
      choice(
        ...[
          [1, prec.left, "iff"],
          [2, prec.right, "implies"],
          [3, prec.left, "or"],
          [4, prec.left, "and"],
          [6, prec.left, choice("=", "!=", "in", "<", "<=", ">", ">=", "|", "~")],
          [7, prec.left, $.operator],
          [8, prec.right, "++"],
          [9, prec.left, choice("+", "-")],
          [10, prec.left, choice("*", "/", "%")],
          [11, prec.right, "^"],
        ].map(([level, side, operator]) =>
          side(level, seq($._formula, field("operator", operator), $._formula)),
        ),
      ),

    _name: ($) => choice($.word, alias($.operator, $.symbol),
                         alias(choice("+", "-", "*", "/", "%", "^", "++", "<",
                                      "<=", ">", ">=", "|", "~"), $.symbol)),
    word: () => /-?[\p{L}\p{N}_'](?:[\p{L}\p{N}_'.-]*[\p{L}\p{N}_'])?/u,
    operator: () => token(prec(-1, /[-+*\/\\<>=&|^~%?]+/)),
    string: () => /"[^"\n]*"/,
    library: () => /<[^>\n)]*>/,
    comment: () => token(choice(/\/\/[^\n]*/, /\/\*[^*]*\*+([^\/*][^*]*\*+)*\//)),
  },
});
