//===- HornOps.td - Operations of the horn dialect ---------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_HORN_OPS
#define MPLC_DIALECTS_HORN_OPS

include "HornDialect.td"
include "HornTypes.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Horn_Op<string mnemonic, list<Trait> traits = []>
    : Op<Horn_Dialect, mnemonic, traits>;

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

def Horn_ProgramOp : Horn_Op<"program", [IsolatedFromAbove, NoTerminator,
                                         SingleBlock,
                                         HasParent<"::mlir::ModuleOp">]> {
  let summary = "a theory as rules";
  let description = [{
    Holds the declarations and rules of one theory. Constants, relations and rules
    are numbered in the order in which they stand.

    ```mlir
    horn.program @Peano {
      horn.constant @i0
      horn.relation @in.N "in"["$0", "N"](element)
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $body";
  let hasRegionVerifier = 1;
}

def Horn_ConstantOp : Horn_Op<"constant", [HasParent<"ProgramOp">]> {
  let summary = "a constant of the theory";
  let description = [{
    An element, or, before specialisation, a set or function (`of` its type).

    ```mlir
    horn.constant @i0
    horn.constant @"+" of "P(x(1)(x(1)(1)))"
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$label);
  let assemblyFormat = "$sym_name (`of` $label^)? attr-dict";
}

def Horn_RelationOp : Horn_Op<"relation", [HasParent<"ProgramOp">]> {
  let summary = "a table";
  let description = [{
    A row stands for an MPL atom: the predicate, with column k where the pattern
    says `$k` and constants elsewhere. A column holds elements or, before
    specialisation, `of` a set or function type. What is known about a relation
    is filled in by horn-infer-keys, each with the rule that says so: the sort of
    a column, that the last column is determined by the others (`functional`),
    that there is always an output (`total`). A constructor is one of an
    induction form. A row of a relation with `not` says that the atom does not
    hold; it is the complement of the relation of the atoms that do, unless these
    are equalities.

    ```mlir
    horn.relation @in3 "in3"["$0", "$1", "$2", "$3"]
        (element, element, element, of "P(x(1)(x(1)(1)))")
    horn.relation @in2.s "in2"["$0", "$1", "s"]
        (element in @in.N by @t0, element in @in.N by @t1)
        functional by @k total by @w constructor
    horn.relation @"!in2.le" not "in2"["$0", "$1", "le"](element, element)
        complement of @in2.le
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$predicate,
                       StrArrayAttr:$pattern,
                       StrArrayAttr:$labels,
                       ArrayAttr:$sorts, ArrayAttr:$typings,
                       OptionalAttr<FlatSymbolRefAttr>:$key,
                       OptionalAttr<FlatSymbolRefAttr>:$totality,
                       UnitAttr:$constructor, UnitAttr:$negated,
                       OptionalAttr<FlatSymbolRefAttr>:$complement);
  let assemblyFormat = [{
    $sym_name (`not` $negated^)? $predicate `` $pattern
    custom<Columns>($labels, $sorts, $typings)
    (`functional` `by` $key^)? (`total` `by` $totality^)?
    (`constructor` $constructor^)? (`complement` `of` $complement^)? attr-dict
  }];
  let builders = [
    OpBuilder<(ins "::llvm::StringRef":$name, "::llvm::StringRef":$predicate,
                   "::llvm::ArrayRef<std::string>":$pattern,
                   "::llvm::ArrayRef<std::string>":$labels,
                   CArg<"bool", "false">:$negated)>
  ];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    unsigned getArity() { return getLabels().size(); }
    bool isFunctional() { return getKey().has_value(); }
    /// Whether column `c` holds elements.
    bool isElement(unsigned c) {
      return ::llvm::cast<::mlir::StringAttr>(getLabels()[c]).getValue() == "(1)";
    }
    /// The membership relation that column `c` implies, or null.
    ::mlir::FlatSymbolRefAttr getSort(unsigned c) {
      return ::llvm::dyn_cast<::mlir::FlatSymbolRefAttr>(getSorts()[c]);
    }
    ::mlir::FlatSymbolRefAttr getTyping(unsigned c) {
      return ::llvm::dyn_cast<::mlir::FlatSymbolRefAttr>(getTypings()[c]);
    }
    void setColumn(unsigned c, ::llvm::StringRef sort, ::llvm::StringRef typing);
  }];
}

def Horn_DefinitionOp : Horn_Op<"definition", [HasParent<"ProgramOp">]> {
  let summary = "a definition as written";
  let description = [{
    For proofs that fold the definition: its parameters and body, as MPL text.

    ```mlir
    horn.definition "fixed"["x", "f"] is "(in2[x,x,f])"
    ```
  }];
  let arguments = (ins StrAttr:$predicate, StrArrayAttr:$parameters,
                       StrAttr:$formula);
  let assemblyFormat = "$predicate $parameters `is` $formula attr-dict";
}

def Horn_ComposeOp : Horn_Op<"compose", [HasParent<"ProgramOp">]> {
  let summary = "a statement that holds if its parts do";
  let description = [{
    A conjecture whose head is a conjunction or an atom of a universal definition.
    Each claim in it is a goal of its own, named here in the order of a walk
    through the statement.

    ```mlir
    horn.compose @bounds "(>[a](in[a,N])(&(in2[a,a,le])(in2[z,a,le])))"
        from ["bounds.1", "bounds.2"]
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$statement,
                       StrArrayAttr:$parts);
  let assemblyFormat = "$sym_name $statement `from` $parts attr-dict";
}

def Horn_InductionOp : Horn_Op<"induction", [HasParent<"ProgramOp">]> {
  let summary = "a set is generated by its constructors";
  let description = [{
    As written: the set and constants. Specialisation adds what they have become,
    the membership relation of the set and, for each constructor, an element
    constant or a relation.

    ```mlir
    horn.induction "N" from ["i0", "s"]
    horn.induction "N" from ["i0", "s"] in @in.N by [@i0, function @in2.s]
    ```
  }];
  let arguments = (ins StrAttr:$set, StrArrayAttr:$written,
                       OptionalAttr<FlatSymbolRefAttr>:$sort,
                       OptionalAttr<ArrayAttr>:$constructors,
                       OptionalAttr<DenseBoolArrayAttr>:$functions);
  let assemblyFormat = [{
    $set `from` $written
    (`in` $sort^ `by` custom<Constructors>($constructors, $functions))? attr-dict
  }];
}

//===----------------------------------------------------------------------===//
// Rules and goals
//===----------------------------------------------------------------------===//

/// A region whose block arguments are the variables of what stands in it.
class Horn_RuleLike<string mnemonic>
    : Horn_Op<mnemonic, [IsolatedFromAbove, SingleBlock, HasParent<"ProgramOp">,
                         DeclareOpInterfaceMethods<OpAsmOpInterface,
                                     ["getAsmBlockArgumentNames"]>]> {
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

def Horn_RuleOp : Horn_RuleLike<"rule"> {
  let summary = "premises and a head";
  let description = [{
    Wherever facts match all of the `horn.match` ops, the head holds: one of
    `horn.derive`, `horn.equate`, `horn.refute`, `horn.witness` and, for constants
    that are different, `horn.apart`. The terminator `horn.source` says which
    clause of the source the rule is an instance of. An `inactive` rule is never
    run, because insertion does its work or because it only licenses witnesses. A
    `template` of a definition's relation is instantiated by specialisation for
    each combination of sets and functions that the relation is used with.

    ```mlir
    horn.rule @Peano.3.i(%a, %b) {
      %0 = horn.value @i0
      horn.match @in3.+(%a, %0, %b)
      horn.equate %a, %b
      horn.source use "Peano" at "3.i" where ["a" = %a, "b" = %b] cites [premise 0]
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$names,
                       OptionalAttr<FlatSymbolRefAttr>:$template_of,
                       UnitAttr:$inactive);
}

def Horn_GoalOp : Horn_RuleLike<"goal"> {
  let summary = "one thing to prove";
  let description = [{
    A conjecture, or, `assumed`, a statement taken as proved: its premises and
    head as in a rule. The terminator says how each name that the statement binds
    reads as a term, and how each of its premises is met.

    ```mlir
    horn.goal @add_zero "(>[a,b](in3[i0,a,b,+])(=[a,b]))" (%a, %b) {
      %0 = horn.value @i0
      horn.match @in3.+(%0, %a, %b)
      horn.equate %a, %b
      horn.source statement where ["a" = %a, "b" = %b] cites [premise 0]
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$statement,
                       StrArrayAttr:$names, UnitAttr:$assumed);
}

def Horn_BuildOp : Horn_RuleLike<"build"> {
  let summary = "which application a rule wants to exist";
  let description = [{
    Wherever all matches hold, the application that `horn.create` names is made if
    it does not exist; its last argument, the output, is ignored. Its generation is
    the highest among what the first `core` matches met, plus one unless `unfold`.

    ```mlir
    horn.build @Peano.4.i.build0 for @Peano.4.i core 2 unfold (%a, %b, %c, %d) {
      horn.match @in3.+(%a, %c, %d)
      horn.match @in2.s(%b, %c)
      horn.create @in3.+(%a, %b, %d)
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$rule,
                       I32Attr:$core, UnitAttr:$unfold, StrArrayAttr:$names);
}

//===----------------------------------------------------------------------===//
// What stands in them
//===----------------------------------------------------------------------===//

class Horn_BodyOp<string mnemonic, list<Trait> traits = []>
    : Horn_Op<mnemonic, traits>;

def Horn_ValueOp : Horn_BodyOp<"value", [Pure]> {
  let summary = "a constant as a term";
  let description = [{
    ```mlir
    %0 = horn.value @i0
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$constant);
  let results = (outs Horn_TermType:$result);
  let assemblyFormat = "$constant attr-dict";
}

def Horn_MatchOp : Horn_BodyOp<"match",
    [ParentOneOf<["RuleOp", "GoalOp", "BuildOp", "WitnessOp"]>]> {
  let summary = "an atom that must hold, or, of a witness, that will";
  let description = [{
    A premise; in `horn.witness`, one of the atoms that the fresh values satisfy.

    ```mlir
    horn.match @in3.+(%a, %b, %c)
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$relation, Variadic<Horn_TermType>:$args);
  let assemblyFormat = "$relation `(` $args `)` attr-dict";
}

def Horn_DeriveOp : Horn_BodyOp<"derive", [ParentOneOf<["RuleOp", "GoalOp"]>]> {
  let summary = "head: an atom";
  let description = [{
    ```mlir
    horn.derive @in.N(%a)
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$relation, Variadic<Horn_TermType>:$args);
  let assemblyFormat = "$relation `(` $args `)` attr-dict";
}

def Horn_EquateOp : Horn_BodyOp<"equate", [ParentOneOf<["RuleOp", "GoalOp"]>]> {
  let summary = "head: two terms are the same";
  let description = [{
    ```mlir
    horn.equate %a, %b
    ```
  }];
  let arguments = (ins Horn_TermType:$left, Horn_TermType:$right);
  let assemblyFormat = "$left `,` $right attr-dict";
}

def Horn_RefuteOp : Horn_BodyOp<"refute", [ParentOneOf<["RuleOp", "GoalOp"]>]> {
  let summary = "head: false";
  let description = [{
    The premises contradict each other.

    ```mlir
    horn.refute
    ```
  }];
  let assemblyFormat = "attr-dict";
}

def Horn_ApartOp : Horn_BodyOp<"apart", [HasParent<"RuleOp">]> {
  let summary = "head: two constants are different";
  let description = [{
    The head of a rule without premises, from a clause such as `!(=[c,d])`. The
    clause has one premise, the equality of the two; it is cited as premise 0.

    ```mlir
    horn.apart %0, %1
    ```
  }];
  let arguments = (ins Horn_TermType:$left, Horn_TermType:$right);
  let assemblyFormat = "$left `,` $right attr-dict";
}

def Horn_WitnessOp : Horn_BodyOp<"witness",
    [NoTerminator, SingleBlock, ParentOneOf<["RuleOp", "GoalOp"]>,
     DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let summary = "head: there are values that satisfy atoms";
  let description = [{
    The block arguments are the values that exist; the matches inside hold of
    them. The names are those of the source, which proofs use.

    ```mlir
    horn.witness(%y) {
      horn.match @in2.s(%x, %y)
    }
    ```
  }];
  let arguments = (ins StrArrayAttr:$names);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

def Horn_CreateOp : Horn_BodyOp<"create", [Terminator, HasParent<"BuildOp">]> {
  let summary = "the application that is wanted";
  let description = [{
    ```mlir
    horn.create @in3.+(%a, %b, %d)
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$relation, Variadic<Horn_TermType>:$args);
  let assemblyFormat = "$relation `(` $args `)` attr-dict";
}

def Horn_SourceOp : Horn_BodyOp<"source", [Terminator, AttrSizedOperandSegments,
                                     ParentOneOf<["RuleOp", "GoalOp"]>]> {
  let summary = "the clause of the source";
  let description = [{
    `use` names the root and path of a clause, `fold` a definition that the head
    is an atom of, `statement` is a goal's own. `where` gives what stands for each
    variable of the clause, by its name in the source (of a fold: for the variables
    that existentials in the body bind). `cites` says how each premise of the
    clause, in order, is met: by a premise of the rule, by the sort of a column of
    one, or as an equality `t = t` that substitution left behind; `assumed` is what
    a clause with a negated head negates, if the rule's head is the negation.

    Rules about negated relations have other sources: `contradict` cites a fact's
    negation and the fact, `symmetry` turns an inequality round, and `contrapose`
    names a rule and the premise that the head denies (`k`, or `k.c` if the head
    keeps something apart from what stands in column c of it).

    ```mlir
    horn.source use "fXY" at "0.i.1" where ["x" = %x, "y" = %y] cites [premise 0, typing 0 column 1, reflexive %x]
    horn.source fold "le" where ["c" = %c] cites [premise 0, premise 1]
    horn.source statement where ["a" = %a] cites []
    horn.source contrapose "Peano.3.i" at "0" where [] cites []
    ```
  }];
  let arguments = (ins StrAttr:$kind, StrAttr:$root, StrAttr:$path,
                       StrArrayAttr:$names, DenseI32ArrayAttr:$cites,
                       Variadic<Horn_TermType>:$terms,
                       Variadic<Horn_TermType>:$equal);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// `cites` holds three numbers a premise: a kind (calculus::Cite::Kind), then
    /// premise and column, or for Reflexive the index into `equal`.
    enum CiteKind : int32_t { Premise = 0, Typing = 1, Reflexive = 2, Assumed = 3 };
  }];
}

#endif // MPLC_DIALECTS_HORN_OPS
