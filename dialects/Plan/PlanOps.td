//===- PlanOps.td - Operations of the plan dialect ---------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PLAN_OPS
#define MPLC_PLAN_OPS

include "PlanTypes.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Plan_Op<string mnemonic, list<Trait> traits = []>
    : Op<Plan_Dialect, mnemonic, traits>;

//===----------------------------------------------------------------------===//
// What plans refer to
//===----------------------------------------------------------------------===//

def Plan_ProgramOp : Plan_Op<"program", [HasParent<"::mlir::ModuleOp">]> {
  let summary = "The theory as the executable carries it";
  let description = [{
    The text of the program (mplc/Calculus/Program.h), line by line. The runtime
    reads it to plan the rules that only appear while it runs and to write
    proofs.

    ```mlir
    plan.program {
      "theory Peano"
      "constant i0"
    }
    ```
  }];
  let arguments = (ins StrArrayAttr:$lines);
  let assemblyFormat = "custom<Lines>($lines) attr-dict";
  let extraClassDeclaration = [{
    /// All lines, each with its end.
    std::string getText();
  }];
}

def Plan_TableOp : Plan_Op<"table", [Symbol]> {
  let summary = "A relation of the theory";
  let description = [{
    The table `id` with `arity` columns, numbered as slots from `slot` on. The
    last column of a `functional` table is determined by the others, its key;
    the key of any other table is all its columns.

    Without numbers the table is formal: a `plan.shape` gets it from its
    instances, a `plan.step` from its descriptor.

    ```mlir
    plan.table @"in3.+" id 1 slot 2 arity 3 functional
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I32Attr>:$id,
                       OptionalAttr<I32Attr>:$slot, I32Attr:$arity,
                       UnitAttr:$functional);
  let assemblyFormat = [{
    $sym_name (`id` $id^ `slot` $slot)? `arity` $arity
    (`functional` $functional^)? attr-dict
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    bool isFormal() { return !getId(); }
    /// Columns, from the first, that have at most one row together.
    uint32_t getKeyColumns() { return getArity() - (getFunctional() ? 1 : 0); }
  }];
}

def Plan_ElementOp : Plan_Op<"element", [Symbol]> {
  let summary = "A constant of the theory";
  let description = [{
    The element constant with this index; formal in a `plan.shape`, without one.

    ```mlir
    plan.element @i0 index 0
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I32Attr>:$index);
  let assemblyFormat = "$sym_name (`index` $index^)? attr-dict";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    bool isFormal() { return !getIndex(); }
  }];
}

//===----------------------------------------------------------------------===//
// Units of code
//===----------------------------------------------------------------------===//

class Plan_CodeOp<string mnemonic, list<Trait> traits = []>
    : Plan_Op<mnemonic, !listconcat([
        HasParent<"::mlir::ModuleOp">, IsolatedFromAbove, SingleBlock,
        NoTerminator, Symbol], traits)> {
  let regions = (region SizedRegion<1>:$body);
}

def Plan_KernelOp : Plan_CodeOp<"kernel", [
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "All that a new row does for one rule and pivot";
  let description = [{
    Runs for each new row of `table`, which matches premise `pivot` of the rule;
    the region's arguments are the columns of the row. `rule` is what complete
    matches are recorded as.

    ```mlir
    // a new row of + against:  a + i0 = b -> a = b
    plan.kernel @add_zero.0 on @"in3.+" pivot 0 rule 7 (%a, %z, %b) {
      %i0 = plan.constant @i0
      plan.same %z, %i0 {
        plan.equate %a, %b
      }
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$table,
                       I32Attr:$pivot, I32Attr:$rule);
  let assemblyFormat = [{
    $sym_name `on` $table `pivot` $pivot `rule` $rule
    attr-dict-with-keyword custom<Body>($body)
  }];
}

def Plan_ShapeOp : Plan_CodeOp<"shape", [
    SymbolTable,
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "A kernel that several rules share";
  let description = [{
    A kernel whose tables, elements and rule number are parameters. The formal
    ones are declared at the start of the body, in the order in which
    `plan.instance` gives them. A conditional law has the same shape for any
    operator, for instance, as has commutativity.

    ```mlir
    plan.shape @shape0 on @t0 pivot 0 (%a, %b, %c) {
      plan.table @t0 arity 3 functional
      plan.probe @t0[%b, %a, ?] premise 1 upto -> (%d) {
        plan.equate %c, %d
      }
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$table,
                       I32Attr:$pivot);
  let assemblyFormat = [{
    $sym_name `on` $table `pivot` $pivot attr-dict-with-keyword custom<Body>($body)
  }];
  let extraClassDeclaration = [{
    /// The formal tables and elements, in order.
    llvm::SmallVector<mlir::Operation *> getFormals();
  }];
}

def Plan_InstanceOp : Plan_Op<"instance", [
    HasParent<"::mlir::ModuleOp">, Symbol,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "What a shared kernel is for one rule";
  let description = [{
    ```mlir
    plan.instance @add_comm.0 of @shape0[@"in3.+"] rule 12
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$shape,
                       FlatSymbolRefArrayAttr:$arguments, I32Attr:$rule);
  let assemblyFormat = [{
    $sym_name `of` $shape `` $arguments `rule` $rule attr-dict
  }];
}

def Plan_StepOp : Plan_CodeOp<"step", [SymbolTable]> {
  let summary = "One operation of a plan, as a function of its own";
  let description = [{
    An entry of the step library, for rules that only appear while the program
    runs. It works on an environment: `plan.operand k` reads, and `plan.bind k`
    writes, the register that the descriptor has for column `k`. `plan.next`
    calls the step that follows.

    ```mlir
    plan.step @probe_function.3.0 is probe_function arity 3 known 0 {
      plan.table @t arity 3 functional
      %0 = plan.operand 0
      %1 = plan.operand 1
      plan.probe @t[%0, %1, ?] given -> (%2) {
        plan.bind 2, %2
        plan.next
      }
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, Plan_StepField:$field,
                       OptionalAttr<I32Attr>:$arity,
                       OptionalAttr<I32Attr>:$known);
  let assemblyFormat = [{
    $sym_name `is` $field (`arity` $arity^)? (`known` $known^)?
    attr-dict-with-keyword custom<Body>($body)
  }];
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Values and comparison
//===----------------------------------------------------------------------===//

def Plan_ConstantOp : Plan_Op<"constant", [
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "An element constant, as its class is represented now";
  let description = [{
    ```mlir
    %i0 = plan.constant @i0
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$element);
  let results = (outs Plan_Id:$result);
  let assemblyFormat = "$element attr-dict";
}

class Plan_NestOp<string mnemonic, list<Trait> traits = []>
    : Plan_Op<mnemonic, !listconcat([SingleBlock, NoTerminator], traits)> {
  let regions = (region SizedRegion<1>:$body);
}

def Plan_SameOp : Plan_NestOp<"same"> {
  let summary = "Goes on if two values are equal";
  let description = [{
    ```mlir
    plan.same %a, %b {
      plan.refute
    }
    ```
  }];
  let arguments = (ins Plan_Id:$left, Plan_Id:$right);
  let assemblyFormat = "$left `,` $right attr-dict-with-keyword custom<Body>($body)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Matching
//===----------------------------------------------------------------------===//

class Plan_MatchOp<string mnemonic> : Plan_NestOp<mnemonic, [
    DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]>;

def Plan_ProbeOp : Plan_MatchOp<"probe"> {
  let summary = "Goes on with the row that has this key, if there is one";
  let description = [{
    All columns of the key are known. The output of a functional table may be
    unknown (`?`), then it is bound, or known, then it is compared. A matched
    row is recorded as what `premise` matched; only rows within the bound count.

    ```mlir
    plan.probe @"in3.+"[%a, %b, ?] premise 1 upto -> (%c) { ... }
    plan.probe @"in2.<"[%a, %b] premise 2 older { ... }
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table, DenseBoolArrayAttr:$known,
                       Variadic<Plan_Id>:$inputs,
                       OptionalAttr<I32Attr>:$premise, Plan_Bound:$bound);
  let assemblyFormat = [{
    $table `` custom<Columns>($known, $inputs) (`premise` $premise^)? $bound
    attr-dict-with-keyword custom<Rows>($body)
  }];
}

def Plan_ScanOp : Plan_MatchOp<"scan"> {
  let summary = "Goes on with each row that has these values";
  let description = [{
    Walks the shortest of the lists of rows that have a known column's value,
    compares the other known columns and binds the unknown ones (`?`), which
    are the region's arguments in order of columns.

    ```mlir
    plan.scan @"in3.+"[%a, ?, %c] premise 0 older -> (%b) { ... }
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table, DenseBoolArrayAttr:$known,
                       Variadic<Plan_Id>:$inputs,
                       OptionalAttr<I32Attr>:$premise, Plan_Bound:$bound);
  let assemblyFormat = [{
    $table `` custom<Columns>($known, $inputs) (`premise` $premise^)? $bound
    attr-dict-with-keyword custom<Rows>($body)
  }];
}

def Plan_AllOp : Plan_MatchOp<"all"> {
  let summary = "Goes on with each row of a table";
  let description = [{
    ```mlir
    plan.all @"in2.<" premise 1 upto -> (%a, %b) { ... }
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table,
                       OptionalAttr<I32Attr>:$premise, Plan_Bound:$bound);
  let assemblyFormat = [{
    $table (`premise` $premise^)? $bound attr-dict-with-keyword
    custom<Rows>($body)
  }];
}

def Plan_PivotOp : Plan_MatchOp<"pivot"> {
  let summary = "Goes on with the new row";
  let description = [{
    How a chain of steps begins: the region's arguments are the columns of the
    row that the chain runs for.

    ```mlir
    plan.pivot @t -> (%a, %b) { ... }
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table);
  let assemblyFormat = [{
    $table attr-dict-with-keyword custom<Rows>($body)
  }];
}

//===----------------------------------------------------------------------===//
// Heads
//===----------------------------------------------------------------------===//

def Plan_DeriveOp : Plan_Op<"derive", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Inserts a fact";
  let description = [{
    Into a functional table: a second output for the same key is equated with
    the first.

    ```mlir
    plan.derive @"in3.+"[%a, %b, %c]
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table, Variadic<Plan_Id>:$columns);
  let assemblyFormat = "$table `` `[` $columns `]` attr-dict";
}

def Plan_EquateOp : Plan_Op<"equate"> {
  let summary = "Merges two constants";
  let description = [{
    ```mlir
    plan.equate %a, %b
    ```
  }];
  let arguments = (ins Plan_Id:$left, Plan_Id:$right);
  let assemblyFormat = "$left `,` $right attr-dict";
}

def Plan_RefuteOp : Plan_Op<"refute"> {
  let summary = "The block is contradictory";
  let description = [{
    ```mlir
    plan.refute
    ```
  }];
  let assemblyFormat = "attr-dict";
}

def Plan_ReachOp : Plan_Op<"reach"> {
  let summary = "The goal is reached";
  let description = [{
    ```mlir
    plan.reach
    ```
  }];
  let assemblyFormat = "attr-dict";
}

def Plan_CreateOp : Plan_Op<"create", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Demands the application of a function";
  let description = [{
    Asks for a row of the functional table with these inputs. The demand has the
    highest generation of the constants that the first `core` premises matched,
    plus one unless it only unfolds a definition (`unfold`). Steps take both
    from the descriptor.

    ```mlir
    plan.create @"in3.+"[%a, %b] core 1 unfold
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$table, Variadic<Plan_Id>:$inputs,
                       OptionalAttr<I32Attr>:$core, UnitAttr:$unfold);
  let assemblyFormat = [{
    $table `` `[` $inputs `]` (`core` $core^)? (`unfold` $unfold^)? attr-dict
  }];
}

def Plan_InventOp : Plan_Op<"invent"> {
  let summary = "Demands the witnesses of an existential rule";
  let description = [{
    `shared` are the values that the rule's head has in common with its
    premises; `core` and `unfold` are those of `plan.create`.

    ```mlir
    plan.invent[%a, %b] core 2
    ```
  }];
  let arguments = (ins Variadic<Plan_Id>:$shared, I32Attr:$core,
                       UnitAttr:$unfold);
  let assemblyFormat = [{
    `[` $shared `]` `core` $core (`unfold` $unfold^)? attr-dict
  }];
}

//===----------------------------------------------------------------------===//
// Steps only
//===----------------------------------------------------------------------===//

def Plan_OperandOp : Plan_Op<"operand", [ParentOneOf<[
    "StepOp", "SameOp", "ProbeOp", "ScanOp", "AllOp", "PivotOp"]>]> {
  let summary = "Reads the register of a column";
  let description = [{
    ```mlir
    %0 = plan.operand 0
    ```
  }];
  let arguments = (ins I32Attr:$column);
  let results = (outs Plan_Id:$result);
  let assemblyFormat = "$column attr-dict";
  let hasVerifier = 1;
}

def Plan_BindOp : Plan_Op<"bind"> {
  let summary = "Writes the register of a column";
  let description = [{
    ```mlir
    plan.bind 2, %c
    ```
  }];
  let arguments = (ins I32Attr:$column, Plan_Id:$value);
  let assemblyFormat = "$column `,` $value attr-dict";
  let hasVerifier = 1;
}

def Plan_NextOp : Plan_Op<"next"> {
  let summary = "Runs the steps that follow";
  let description = [{
    ```mlir
    plan.next
    ```
  }];
  let assemblyFormat = "attr-dict";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// What remains after code became functions
//===----------------------------------------------------------------------===//

def Plan_EntryOp : Plan_Op<"entry", [HasParent<"::mlir::ModuleOp">]> {
  let summary = "A row of the executable's table of kernels";
  let description = [{
    `function` runs for new rows of `relation`. `parameters` are what a shared
    kernel reads: the rule, and for its formals in order the table's id and
    first slot, or the element's index.

    ```mlir
    plan.entry @add_zero.0 relation 1 rule 7
    plan.entry @shape0 relation 1 rule 12 parameters [12, 1, 2]
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$function, I32Attr:$relation,
                       I32Attr:$rule, OptionalAttr<DenseI32ArrayAttr>:$parameters);
  let assemblyFormat = [{
    $function `relation` $relation `rule` $rule (`parameters` $parameters^)?
    attr-dict
  }];
}

def Plan_StepEntryOp : Plan_Op<"step_entry", [HasParent<"::mlir::ModuleOp">]> {
  let summary = "An entry of the step library";
  let description = [{
    ```mlir
    plan.step_entry @scan.3.5 is scan arity 3 known 5
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$function, Plan_StepField:$field,
                       OptionalAttr<I32Attr>:$arity,
                       OptionalAttr<I32Attr>:$known);
  let assemblyFormat = [{
    $function `is` $field (`arity` $arity^)? (`known` $known^)? attr-dict
  }];
}

#endif // MPLC_PLAN_OPS
