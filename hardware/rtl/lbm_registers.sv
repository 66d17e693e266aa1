// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Registers that hold ids: r0..r15, the new row DARG, the arguments ARG of what is
// looked for or inserted, their representatives, the values ID of the demand being
// met; and the match registers.

module lbm_registers #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned K = 6,   // log2 of the match registers.
    parameter int unsigned AB = 2
) (
    input  logic              clk,
    input  lbm::state_t       state,
    input  logic              go,
    input  logic [15:0]       index,      // Of a state that is a loop.
    input  logic [5:0]        outer,

    // The instruction.
    input  logic [4:0]        op,
    input  logic [A*4-1:0]    regs,
    input  logic [A-1:0]      known,
    input  logic [5:0]        premise,
    input  logic [2:0]        column,
    input  logic [23:0]       number,
    input  logic [3:0]        arity,

    // Rows.
    input  logic [R-1:0]      delta,
    input  logic [R-1:0]      row,
    input  logic [A*W-1:0]    row_args,
    input  logic              is_match,   // S_ROW or F_ROW binds.
    input  logic [R-1:0]      demand_row,

    // Others that give ids.
    input  logic              is_row_word,
    input  logic [W-1:0]      word,
    input  logic [12:0]       at,
    input  logic [W-1:0]      rep,
    input  logic [W-1:0]      first,
    input  logic [A*W-1:0]    demand_ids,
    input  logic [W-1:0]      win,
    input  logic [W-1:0]      lose,

    output logic [A*W-1:0]    values,     // Registers of the columns.
    output logic              is_new,     // `new` goes on.
    output logic              is_equal,   // Known columns of the row read are so.
    output logic              is_same,    // Of columns 0 and 1.
    output logic [A*W-1:0]    arg,
    output logic [W-1:0]      arg_index,  // ARG[index]
    output logic [W-1:0]      arg_outer,  // ARG[outer]
    output logic [R-1:0]      match       // The match register of this state.
);
  function automatic logic [W-1:0] pick(input logic [A*W-1:0] v, input logic [AB-1:0] i);
    pick = v[0+:W];
    for (int unsigned k = 1; k < A; k++) if (i == AB'(k)) pick = v[k*W+:W];
  endfunction

  logic [15*W-1:0] r;  // Nobody reads r15.
  logic [A*W-1:0]  darg, id, canonical;

  always_comb
    for (int unsigned c = 0; c < A; c++) begin
      values[c*W+:W] = '0;
      for (int unsigned k = 0; k < 15; k++)
        if (regs[c*4+:4] == 4'(k)) values[c*W+:W] = r[k*W+:W];
    end

  always_comb begin
    is_new   = 1'b1;
    is_equal = 1'b1;
    for (int unsigned c = 0; c < A; c++)
      if (known[c] && c < 32'(arity)) begin
        if (darg[c*W+:W] != values[c*W+:W]) is_new = 1'b0;
        if (row_args[c*W+:W] != values[c*W+:W]) is_equal = 1'b0;
      end
  end
  assign is_same   = values[0+:W] == values[W+:W];
  assign arg_index = pick(arg, index[AB-1:0]);
  assign arg_outer = pick(arg, outer[AB-1:0]);

  //===--- r0..r14 ---------------------------------------------------------===//

  logic           binds, is_source, is_exec;
  logic [A*W-1:0] bound;
  logic [W-1:0]   source;

  assign is_exec = state == lbm::EXEC && go;
  assign binds   = is_match || (is_exec && op == lbm::OP_NEW && is_new);
  assign bound   = state == lbm::EXEC ? darg : row_args;
  assign is_source = state == lbm::CONST || state == lbm::FETCH ||
                     (is_exec && (op == lbm::OP_INPUT || op == lbm::OP_FRESH));

  always_comb
    case (state)
      lbm::CONST: source = rep;
      lbm::FETCH: source = pick(row_args, column[AB-1:0]);
      default:
        source = op == lbm::OP_INPUT ? pick(id, column[AB-1:0]) : first + number[W-1:0];
    endcase

  always_ff @(posedge clk)
    for (int unsigned k = 0; k < 15; k++) begin
      for (int unsigned c = 0; c < A; c++)
        if (binds && !known[c] && c < 32'(arity) && regs[c*4+:4] == 4'(k))
          r[k*W+:W] <= bound[c*W+:W];
      if (is_source && regs[3:0] == 4'(k)) r[k*W+:W] <= source;
      if (state == lbm::CLEAR) r[k*W+:W] <= '0;
    end

  //===--- Match registers -------------------------------------------------===//

  logic         match_we;
  logic [5:0]   match_at, match_to;
  logic [R-1:0] match_in;

  always_comb
    case (state)
      lbm::EXEC: match_at = premise;  // `fetch`
      lbm::D_GEN: match_at = outer;
      default: match_at = index[5:0];
    endcase

  always_comb begin
    match_we = binds;
    match_to = premise;
    match_in = state == lbm::EXEC ? delta : row;
    if (state == lbm::G_ROW) begin
      match_we = index != 0;
      match_to = index[5:0] - 6'd1;
      match_in = demand_row;
    end
    if (state == lbm::CLEAR) begin
      match_we = 1'b1;
      match_to = index[5:0];
      match_in = '0;
    end
  end

  lbm_lut #(.WIDTH(R), .ADDRESS(K)) premises (
      .clk, .raddr(match_at[K-1:0]), .rdata(match),
      .we(match_we), .waddr(match_to[K-1:0]), .wdata(match_in));

  //===--- Arguments -------------------------------------------------------===//

  always_ff @(posedge clk) begin
    if (go)
      case (state)
        lbm::ROW: darg <= row_args;
        lbm::EXEC: arg <= values;
        lbm::IDLE:
        for (int unsigned c = 0; c < A; c++)
          if (is_row_word && at == 13'(c)) arg[c*W+:W] <= word;
        lbm::X_ROW: arg <= row_args;
        lbm::X_KILL:
        for (int unsigned c = 0; c < A; c++) if (arg[c*W+:W] == lose) arg[c*W+:W] <= win;
        lbm::N_REP:
        for (int unsigned c = 0; c < A; c++)
          if (index == 16'(c + 1)) canonical[c*W+:W] <= rep;
        lbm::O_DEAD: arg <= canonical;
        lbm::G_LOAD: arg <= demand_ids;
        lbm::G_ID:
        for (int unsigned c = 0; c < A; c++) if (index == 16'(c + 1)) arg[c*W+:W] <= rep;
        lbm::G_MEET: id <= arg;
        default: ;
      endcase
  end
endmodule
