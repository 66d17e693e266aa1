// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the theory's tables say: TABLE, EXIST and DISTINCT. Each field is a small
// memory of its own, read with the relation whose field is wanted.

module lbm_tables #(
    parameter int unsigned A = 4,
    parameter int unsigned W = 12,
    parameter int unsigned T = 8,   // log2 of the relations.
    parameter int unsigned X = 8,   // log2 of the existential rules.
    parameter int unsigned N = 8,   // log2 of the pairs.
    parameter int unsigned P = 16,
    parameter int unsigned SB = 6,  // Bits of a base.
    parameter int unsigned AB = 2   // Bits of a column.
) (
    input  logic              clk,
    // Commands.
    input  logic              is_first_done,
    input  logic              is_more,
    input  logic [3:0]        command,
    input  logic [31:0]       head,
    input  logic [31:0]       word,
    input  logic [12:0]       at,
    input  logic [31:0]       low,

    input  logic [T-1:0]      shape_of,   // The relation whose arity is wanted.
    output logic [3:0]        arity,
    output logic              functional,
    input  logic [T-1:0]      lists_of,   // Whose lists.
    output logic [AB-1:0]     rotation,
    output logic [A*SB-1:0]   base,
    input  logic [T-1:0]      sort_of,    // Whose sorts.
    output logic [A-1:0]      is_sorted,
    output logic [A*T-1:0]    sort,
    input  logic [T-1:0]      plan_of,    // Whose first plan.
    output logic [P:0]        plan,       // As all addresses here: lbm_program.sv.
    input  logic [T-1:0]      licence_of,
    output logic [P:0]        licence,
    input  logic [X-1:0]      exist_of,
    output logic [P:0]        exist,
    input  logic [N-1:0]      pair,
    output logic [W-1:0]      left,
    output logic [W-1:0]      right
);
  localparam logic [P:0] NOWHERE = '1;

  logic         is_table, is_column;
  logic [T-1:0] relation;
  assign relation  = head[T-1:0];
  assign is_table  = is_first_done && command == lbm::CMD_TABLE;
  assign is_column = is_more && command == lbm::CMD_TABLE;

  lbm_lut #(.WIDTH(5), .ADDRESS(T)) shapes (
      .clk, .raddr(shape_of), .rdata({arity, functional}),
      .we(is_table), .waddr(relation), .wdata({head[11:8], head[12]}));

  lbm_lut #(.WIDTH(AB), .ADDRESS(T)) rotations (
      .clk, .raddr(lists_of), .rdata(rotation),
      .we(is_table), .waddr(relation), .wdata(head[13+:AB]));

  for (genvar c = 0; c < A; c++) begin : gen_column
    lbm_lut #(.WIDTH(SB), .ADDRESS(T)) bases (
        .clk, .raddr(lists_of), .rdata(base[c*SB+:SB]),
        .we(is_column && at == c), .waddr(relation), .wdata(word[SB-1:0]));
    lbm_lut #(.WIDTH(T + 1), .ADDRESS(T)) sorts (
        .clk, .raddr(sort_of), .rdata({is_sorted[c], sort[c*T+:T]}),
        .we(is_column && at == c), .waddr(relation), .wdata({word[24], word[16+:T]}));
  end

  // An address of 16 bits is stored in P + 1: the top one is set if it is beyond the
  // memory, and all are if it is none.
  logic [P:0] address;
  if (P == 16) begin : gen_all
    assign address = {&head[23:8], head[23:8]};
  end else begin : gen_some
    assign address = &head[23:8] ? NOWHERE : {|head[23:P+8], head[8+:P]};
  end

  lbm_lut #(.WIDTH(P + 1), .ADDRESS(T)) plans (
      .clk, .raddr(plan_of), .rdata(plan),
      .we(is_table || (is_first_done && command == lbm::CMD_PLAN)), .waddr(relation),
      .wdata(is_table ? NOWHERE : address));

  lbm_lut #(.WIDTH(P + 1), .ADDRESS(T)) licences (
      .clk, .raddr(licence_of), .rdata(licence),
      .we(is_table || (is_first_done && command == lbm::CMD_LICENCE)), .waddr(relation),
      .wdata(is_table ? NOWHERE : address));

  lbm_lut #(.WIDTH(P + 1), .ADDRESS(X)) existentials (
      .clk, .raddr(exist_of), .rdata(exist),
      .we(is_first_done && command == lbm::CMD_EXIST), .waddr(head[X-1:0]),
      .wdata(address));

  lbm_lut #(.WIDTH(2 * W), .ADDRESS(N)) pairs (
      .clk, .raddr(pair), .rdata({left, right}),
      .we(is_more && command == lbm::CMD_DISTINCT && at == 13'd1), .waddr(head[N-1:0]),
      .wdata({low[W-1:0], word[W-1:0]}));
endmodule
