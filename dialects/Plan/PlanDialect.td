//===- PlanDialect.td - The plan dialect -------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PLAN_DIALECT
#define MPLC_PLAN_DIALECT

include "mlir/IR/OpBase.td"

def Plan_Dialect : Dialect {
  let name = "plan";
  let cppNamespace = "::mplc::plan";
  let summary = "Rules as join programs, with nothing left to decide";
  let description = [{
    A rule of the theory is matched semi-naively: each of its premises takes a
    turn as the *pivot*, and whatever a new row of the pivot's table completes
    is one `plan.kernel`. Its body is a nest of operations that each stand for
    'for every way to go on from here': a probe by key, a scan of a list, a
    comparison. The innermost one is the head: what a complete match does.

    ```mlir
    plan.table @"in2.s" id 0 slot 0 arity 2 functional
    plan.table @"in3.+" id 1 slot 2 arity 3 functional

    // b' = s(b), a + b = d, s(d) = e  ->  a + b' = e
    // for a new row (b, b') of s
    plan.kernel @add_succ.0 on @"in2.s" pivot 0 rule 3 (%b, %b1) {
      plan.scan @"in3.+"[?, %b, ?] premise 1 upto -> (%a, %d) {
        plan.probe @"in2.s"[%d, ?] premise 2 upto -> (%e) {
          plan.derive @"in3.+"[%a, %b1, %e]
        }
      }
    }
    ```

    Premises before the pivot match strictly `older` rows only, those after it
    rows `upto` the pivot's own, so that each combination of rows is met once.

    The same operations have two further uses. A `plan.shape` is a kernel that
    several rules share: tables and elements that it declares itself are formal,
    and a `plan.instance` says what they are for one rule. A `plan.step` is one
    operation alone, for rules that only appear while the program runs: its
    registers, tables and numbers come from a descriptor.
  }];
  let useDefaultTypePrinterParser = 1;
}

#endif // MPLC_PLAN_DIALECT
