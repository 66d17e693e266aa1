//===- LBMDialect.td - The lbm dialect ---------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LBM_DIALECT
#define MPLC_LBM_DIALECT

include "mlir/IR/OpBase.td"

def LBM_Dialect : Dialect {
  let name = "lbm";
  let cppNamespace = "::mplc::lbm";
  let summary = "Instructions of a Logic Block core";
  let description = [{
    What a core of the Logic Block machine executes (docs/lbm.md), one operation
    an instruction. A `lbm.plan` is a rule and pivot, a `lbm.routine` makes
    witnesses; both are straight lines. What iterates is implied: a failure goes
    back to the innermost `lbm.scan` or `lbm.all` that has rows left.

    ```mlir
    lbm.machine columns 4
    lbm.table @"in2.s" id 0 arity 2 functional sorts [-1, -1] rotation 0 lists [0, 0]

    // b' = s(b), a + b = d, s(d) = e  ->  a + b' = e
    lbm.plan @add_succ.0 on @"in2.s" rule 3 count 3 {
      %b, %b1 = lbm.new @"in2.s"[?, ?] premise 0 : () -> (!lbm.reg<0>, !lbm.reg<1>)
      ...
    }
    ```

    Values are registers. `!lbm.reg` is one that is not chosen yet,
    `!lbm.reg<3>` is r3; r15 swallows what nobody reads. Between the two is
    `lbm-allocate-registers`; `lbm-allocate-banks` gives tables their rotations and
    lists.
  }];
  let useDefaultTypePrinterParser = 1;
}

#endif // MPLC_LBM_DIALECT
