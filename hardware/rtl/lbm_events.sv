// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The word that a state emits (docs/lbm.md, Events). Wires only.

module lbm_events #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned T = 8,
    parameter int unsigned N = 8
) (
    input  lbm::state_t  state,
    input  logic [5:0]   plan_count,
    input  logic [19:0]  plan_rule,
    input  logic [5:0]   witness_count,
    input  logic [19:0]  witness_rule,
    input  logic [3:0]   fresh,
    input  logic [3:0]   generation,
    input  logic [W:0]   first,
    input  logic [R-1:0] match,
    input  logic         has_found,
    input  logic         of_witness,
    input  logic [T-1:0] relation,
    input  logic [T-1:0] sort,
    input  logic [W-1:0] arg_index,
    input  logic [W-1:0] arg_outer,
    input  logic [R-1:0] typed_row,
    input  logic [3:0]   typed_column,
    input  logic [R-1:0] found_row,
    input  logic [R-1:0] old,
    input  logic [W-1:0] left,
    input  logic [W-1:0] right,
    input  logic [N-1:0] pair,
    input  logic [3:0]   limit,
    input  logic         created,
    input  logic [31:0]  firings,
    input  logic [R-1:0] qhead,
    output logic [31:0]  word
);
  always_comb
    case (state)
      lbm::MATCH: word = {lbm::EV_MATCH, 2'b0, plan_count, plan_rule};
      lbm::MROW, lbm::N_ROW: word = 32'(match);
      lbm::FALSE: word = {lbm::EV_FALSE, 28'd0};
      lbm::REACH: word = {lbm::EV_REACH, 28'd0};
      lbm::I_ROW: word = {lbm::EV_ROW, !has_found, of_witness, 26'(relation)};
      lbm::T_ROW: word = {lbm::EV_ROW, 2'b10, 26'(sort)};
      lbm::O_ROW: word = {lbm::EV_ROW, 2'b01, 26'(relation)};
      lbm::I_ARG, lbm::O_ARG: word = 32'(arg_index);
      lbm::T_ARG: word = 32'(arg_outer);
      lbm::T_CHECK: word = {lbm::EV_TYPING, typed_column, 24'(typed_row)};
      lbm::K_ROW: word = {lbm::EV_KEY, 28'(found_row)};
      lbm::K_SECOND: word = 32'(old);
      lbm::P_LEFT: word = {lbm::EV_PUSH, 28'(left)};
      lbm::P_RIGHT: word = 32'(right);
      lbm::X_POP: word = {lbm::EV_MERGE, 28'd0};
      lbm::X_RW: word = {lbm::EV_REWRITE, 4'b1000, 24'(old)};
      lbm::O_RW: word = {lbm::EV_REWRITE, 4'b0000, 24'(old)};
      lbm::X_APART: word = {lbm::EV_DISTINCT, 28'(pair)};
      lbm::EXEC: word = {lbm::EV_WITNESS, 2'b0, witness_count, witness_rule};
      lbm::N_FIRST: word = {fresh, generation, 24'(first)};
      lbm::END: word = {lbm::EV_STATUS, limit, 23'd0, created};
      lbm::END2: word = firings;
      default: word = 32'(qhead);  // END3
    endcase
endmodule
