//===- LBMOps.td - Operations of the lbm dialect -----------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LBM_OPS
#define MPLC_LBM_OPS

include "LBMTypes.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/SymbolInterfaces.td"

class LBM_Op<string mnemonic, list<Trait> traits = []>
    : Op<LBM_Dialect, mnemonic, traits>;

//===----------------------------------------------------------------------===//
// The machine
//===----------------------------------------------------------------------===//

def LBM_MachineOp : LBM_Op<"machine", [HasParent<"::mlir::ModuleOp">]> {
  let summary = "The core that the module is for";
  let description = [{
    Its rows have this many columns, and its head memory as many banks.

    ```mlir
    lbm.machine columns 4
    ```
  }];
  let arguments = (ins I32Attr:$columns);
  let assemblyFormat = "`columns` $columns attr-dict";
  let hasVerifier = 1;
}

def LBM_TableOp : LBM_Op<"table", [HasParent<"::mlir::ModuleOp">, Symbol]> {
  let summary = "A relation as a core sees it";
  let description = [{
    The rows of a relation; the last column of a functional table is determined by
    the others. `sorts` gives for each column the table of the set that its values
    are in, by id, or -1. Column c has its lists in bank `(c + rotation) mod
    columns`, in list `lists[c]` there; without them, banks are not allocated.

    ```mlir
    lbm.table @"in3.+" id 2 arity 3 functional sorts [0, 0, 0] rotation 0 lists [0, 0, 0]
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, I32Attr:$id, I32Attr:$arity,
                       UnitAttr:$functional, DenseI32ArrayAttr:$sorts,
                       OptionalAttr<I32Attr>:$rotation,
                       OptionalAttr<DenseI32ArrayAttr>:$lists);
  let assemblyFormat = [{
    $sym_name `id` $id `arity` $arity (`functional` $functional^)? `sorts` $sorts
    (`rotation` $rotation^ `lists` $lists)? attr-dict
  }];
  let hasVerifier = 1;
}

def LBM_DistinctOp : LBM_Op<"distinct", [HasParent<"::mlir::ModuleOp">]> {
  let summary = "Two constants that are never equal";
  let description = [{
    ```mlir
    lbm.distinct 0, 1
    ```
  }];
  let arguments = (ins I32Attr:$left, I32Attr:$right);
  let assemblyFormat = "$left `,` $right attr-dict";
}

class LBM_UnitOp<string mnemonic> : LBM_Op<mnemonic, [
    HasParent<"::mlir::ModuleOp">, IsolatedFromAbove, SingleBlock, NoTerminator,
    Symbol]> {
  let regions = (region SizedRegion<1>:$body);
  let hasVerifier = 1;
}

def LBM_PlanOp : LBM_UnitOp<"plan"> {
  let summary = "What a new row does for one rule and pivot";
  let description = [{
    Runs for each new row of `table`. A match is reported as one of rule `rule` with
    the rows of premises 0 to `count` - 1. The last operation is the action. The
    instruction `plan` at its start is implied.

    ```mlir
    lbm.plan @irreflexive.0 on @"in2.<" rule 4 count 1 {
      %a, %b = lbm.new @"in2.<"[?, ?] premise 0 : () -> (!lbm.reg, !lbm.reg)
      lbm.same %a, %b : !lbm.reg, !lbm.reg
      lbm.refute
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$table,
                       I32Attr:$rule, I32Attr:$count);
  let assemblyFormat = [{
    $sym_name `on` $table `rule` $rule `count` $count
    attr-dict-with-keyword $body
  }];
}

def LBM_RoutineOp : LBM_UnitOp<"routine"> {
  let summary = "Makes witnesses";
  let description = [{
    By rule `rule`: the application of `table` that a demand asks for, or what
    existential rule number `existential` says there is.

    ```mlir
    lbm.routine @"in2.s.licence" licence @"in2.s" rule 2 {
      %x = lbm.input 0 : !lbm.reg
      lbm.probe @in.N[%x] premise 0 : (!lbm.reg) -> ()
      lbm.witness rule 2 count 1 new 1
      %y = lbm.fresh 0 : !lbm.reg
      lbm.assert @"in2.s"[%x, %y] : !lbm.reg, !lbm.reg
      lbm.done created
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name,
                       OptionalAttr<FlatSymbolRefAttr>:$table,
                       OptionalAttr<I32Attr>:$existential, I32Attr:$rule);
  let assemblyFormat = [{
    $sym_name (`licence` $table^)? (`existential` $existential^)? `rule` $rule
    attr-dict-with-keyword $body
  }];
}

//===----------------------------------------------------------------------===//
// Instructions
//===----------------------------------------------------------------------===//

class LBM_InstructionOp<string mnemonic, list<Trait> traits = []>
    : LBM_Op<mnemonic, !listconcat([ParentOneOf<["PlanOp", "RoutineOp"]>], traits)>;

class LBM_MatchOp<string mnemonic> : LBM_InstructionOp<mnemonic, [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>]> {
  let arguments = (ins FlatSymbolRefAttr:$table, DenseBoolArrayAttr:$known,
                       Variadic<LBM_Reg>:$inputs, I32Attr:$premise,
                       UnitAttr:$older);
  let results = (outs Variadic<LBM_Reg>:$outputs);
  let assemblyFormat = [{
    $table `` custom<Columns>($known, $inputs) `premise` $premise
    (`older` $older^)? attr-dict `:` functional-type($inputs, $outputs)
  }];
}

def LBM_NewOp : LBM_MatchOp<"new"> {
  let summary = "Takes the new row apart";
  let description = [{
    Known columns must be equal to the new row's; the others are the results.

    ```mlir
    %a, %b = lbm.new @"in3.+"[?, %i0, ?] premise 0 : (!lbm.reg) -> (!lbm.reg, !lbm.reg)
    ```
  }];
}

def LBM_ProbeOp : LBM_MatchOp<"probe"> {
  let summary = "The row with this key";
  let description = [{
    ```mlir
    %c = lbm.probe @"in3.+"[%a, %b, ?] premise 1 older : (!lbm.reg, !lbm.reg) -> !lbm.reg
    ```
  }];
}

def LBM_ScanOp : LBM_MatchOp<"scan"> {
  let summary = "Each row in the shortest list of a known column";
  let description = [{
    ```mlir
    %a, %c = lbm.scan @"in3.+"[?, %b, ?] premise 1 : (!lbm.reg) -> (!lbm.reg, !lbm.reg)
    ```
  }];
}

def LBM_AllOp : LBM_MatchOp<"all"> {
  let summary = "Each row of a table";
  let description = [{
    ```mlir
    %a = lbm.all @in.N[?] premise 1 : () -> !lbm.reg
    ```
  }];
}

class LBM_PairOp<string mnemonic> : LBM_InstructionOp<mnemonic> {
  let arguments = (ins LBM_Reg:$left, LBM_Reg:$right);
  let assemblyFormat = [{
    $left `,` $right attr-dict `:` qualified(type($left)) `,` qualified(type($right))
  }];
}

def LBM_SameOp : LBM_PairOp<"same"> {
  let summary = "Goes on if two registers are equal";
  let description = [{
    ```mlir
    lbm.same %a, %b : !lbm.reg, !lbm.reg
    ```
  }];
}

class LBM_SourceOp<string mnemonic> : LBM_InstructionOp<mnemonic> {
  let arguments = (ins I32Attr:$number);
  let results = (outs LBM_Reg:$result);
  let assemblyFormat = "$number attr-dict `:` qualified(type($result))";
}

def LBM_ConstOp : LBM_SourceOp<"const"> {
  let summary = "A constant, as its class is represented now";
  let description = [{
    ```mlir
    %i0 = lbm.const 0 : !lbm.reg
    ```
  }];
}

def LBM_InputOp : LBM_SourceOp<"input"> {
  let summary = "A column of the application that is wanted";
  let description = [{
    ```mlir
    %x = lbm.input 0 : !lbm.reg
    ```
  }];
}

def LBM_FreshOp : LBM_SourceOp<"fresh"> {
  let summary = "One of the constants that `lbm.witness` made";
  let description = [{
    ```mlir
    %y = lbm.fresh 0 : !lbm.reg
    ```
  }];
}

def LBM_FetchOp : LBM_InstructionOp<"fetch"> {
  let summary = "A column of a row that was matched";
  let description = [{
    ```mlir
    %a = lbm.fetch premise 0 column 2 : !lbm.reg
    ```
  }];
  let arguments = (ins I32Attr:$premise, I32Attr:$column);
  let results = (outs LBM_Reg:$result);
  let assemblyFormat = [{
    `premise` $premise `column` $column attr-dict `:` qualified(type($result))
  }];
}

class LBM_InsertOp<string mnemonic> : LBM_InstructionOp<mnemonic, [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let arguments = (ins FlatSymbolRefAttr:$table, Variadic<LBM_Reg>:$columns);
  let assemblyFormat = [{
    $table `` `[` $columns `]` attr-dict (`:` type($columns)^)?
  }];
}

def LBM_DeriveOp : LBM_InsertOp<"derive"> {
  let summary = "Inserts a fact";
  let description = [{
    ```mlir
    lbm.derive @"in3.+"[%a, %b, %c] : !lbm.reg, !lbm.reg, !lbm.reg
    ```
  }];
}

def LBM_AssertOp : LBM_InsertOp<"assert"> {
  let summary = "Inserts a fact about witnesses";
  let description = [{
    ```mlir
    lbm.assert @"in2.s"[%x, %y] : !lbm.reg, !lbm.reg
    ```
  }];
}

def LBM_EquateOp : LBM_PairOp<"equate"> {
  let summary = "Merges two constants";
  let description = [{
    ```mlir
    lbm.equate %a, %b : !lbm.reg, !lbm.reg
    ```
  }];
}

class LBM_PlainOp<string mnemonic> : LBM_InstructionOp<mnemonic> {
  let assemblyFormat = "attr-dict";
}

def LBM_RefuteOp : LBM_PlainOp<"refute"> {
  let summary = "The block is contradictory";
  let description = [{
    ```mlir
    lbm.refute
    ```
  }];
}

def LBM_ReachOp : LBM_PlainOp<"reach"> {
  let summary = "The goal is reached";
  let description = [{
    ```mlir
    lbm.reach
    ```
  }];
}

def LBM_CreateOp : LBM_InstructionOp<"create", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Demands an application";
  let description = [{
    Of the generation of what premises 0 to `core` - 1 matched, and one more unless
    it only unfolds a definition.

    ```mlir
    lbm.create @"in3.+"[%a, %b] core 2 unfold : !lbm.reg, !lbm.reg
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table, Variadic<LBM_Reg>:$inputs,
                       I32Attr:$core, UnitAttr:$unfold);
  let assemblyFormat = [{
    $table `` `[` $inputs `]` `core` $core (`unfold` $unfold^)? attr-dict
    (`:` type($inputs)^)?
  }];
}

def LBM_InventOp : LBM_InstructionOp<"invent"> {
  let summary = "Demands the witnesses of an existential rule";
  let description = [{
    ```mlir
    lbm.invent 0[%a] core 1 : !lbm.reg
    ```
  }];
  let arguments = (ins I32Attr:$existential, Variadic<LBM_Reg>:$shared,
                       I32Attr:$core, UnitAttr:$unfold);
  let assemblyFormat = [{
    $existential `` `[` $shared `]` `core` $core (`unfold` $unfold^)? attr-dict
    (`:` type($shared)^)?
  }];
}

def LBM_WitnessOp : LBM_InstructionOp<"witness"> {
  let summary = "Makes constants";
  let description = [{
    By rule `rule`, whose `count` premises matched.

    ```mlir
    lbm.witness rule 2 count 1 new 1
    ```
  }];
  let arguments = (ins I32Attr:$rule, I32Attr:$count, I32Attr:$number);
  let assemblyFormat = "`rule` $rule `count` $count `new` $number attr-dict";
}

def LBM_DoneOp : LBM_InstructionOp<"done"> {
  let summary = "Ends a routine";
  let description = [{
    ```mlir
    lbm.done created
    ```
  }];
  let arguments = (ins UnitAttr:$created);
  let assemblyFormat = "(`created` $created^)? attr-dict";
}

#endif // MPLC_LBM_OPS
