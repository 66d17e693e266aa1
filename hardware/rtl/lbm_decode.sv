// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fields of an instruction (docs/lbm.md, Instructions). Wires only.

module lbm_decode #(
    parameter int unsigned A = 4
) (
    input  logic [63:0]    word,
    output logic [4:0]     op,        // OP_NONE: no instruction.
    output logic [A*4-1:0] regs,      // Register of each column.
    output logic [A-1:0]   known,
    output logic [7:0]     relation,  // Or existential rule.
    output logic [5:0]     premise,   // Or core.
    output logic           flag,      // Older; unfold.
    output logic [3:0]     columns,   // Of `invent`.
    output logic [19:0]    rule,
    output logic [5:0]     count,
    output logic [2:0]     column,    // Of `fetch` and `input`.
    output logic [23:0]    number,    // Of `const` and `fresh`.
    output logic [3:0]     fresh,     // Constants that `witness` makes.
    output logic           created    // Of `done`.
);
  assign op       = word[63:59] > 5'd19 ? lbm::OP_NONE : word[63:59];
  assign relation = word[47:40];
  assign premise  = word[53:48];
  assign flag     = word[54];
  assign columns  = word[58:55];
  assign rule     = word[35:16];
  assign count    = word[41:36];
  assign column   = word[6:4];
  assign number   = word[31:8];
  assign fresh    = word[45:42];
  assign created  = word[0];

  always_comb
    for (int unsigned c = 0; c < A; c++) begin
      regs[c*4+:4] = word[c*5+:4];
      known[c]     = word[c*5+4];
    end
endmodule
