// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is decided on a row or a set of lists that was read. Wires only.

module lbm_match #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned T = 8,
    parameter int unsigned AB = 2
) (
    input  logic [3:0]      arity,
    input  logic            functional,
    input  logic [A-1:0]    known,
    input  logic            older,
    input  logic [R-1:0]    delta,
    input  logic [T-1:0]    relation,
    input  logic [A*W-1:0]  arg,

    input  logic [A*R-1:0]  firsts,
    input  logic [A*R-1:0]  lengths,
    input  logic [R-1:0]    chain,
    input  logic [R-1:0]    rel_first,
    input  logic [R-1:0]    rel_length,

    input  logic [R-1:0]    row,
    input  logic            live,
    input  logic [T-1:0]    row_relation,
    input  logic [A*W-1:0]  row_args,
    input  logic [A*R-1:0]  row_links,
    input  logic [R-1:0]    row_rlink,
    input  logic [R-1:0]    row_hlink,
    input  logic [3:0]      kind,         // Of the iterator.

    output logic [3:0]      keys,
    // Scan: the shortest list of a known column.
    output logic [AB-1:0]   scan_column,
    output logic [R-1:0]    scan_first,
    output logic            scan_empty,
    // Merging: the first list that is not empty.
    output logic [AB-1:0]   busy_column,
    output logic [R-1:0]    busy_first,
    output logic            busy_none,
    // Finding by key.
    output logic [R-1:0]    find_first,
    output logic            find_empty,
    output logic [R-1:0]    find_next,
    output logic            is_found,
    output logic            is_output,    // The outputs are equal, or there is none.
    output logic [W-1:0]    row_output,
    output logic [W-1:0]    arg_output,
    // Iterating.
    output logic            is_bound,
    output logic [R-1:0]    iterate_next
);
  localparam logic [R-1:0] NONE = '1;

  assign keys     = arity - 4'(functional);
  assign is_bound = older ? row < delta : row <= delta;

  logic [R-1:0] shortest;
  logic         is_any;
  always_comb begin
    scan_column = '0;
    scan_first  = NONE;
    shortest    = '0;
    is_any      = 1'b0;
    for (int unsigned c = 0; c < A; c++)
      if (known[c] && c < 32'(arity) && (!is_any || lengths[c*R+:R] < shortest)) begin
        scan_column = AB'(c);
        scan_first  = firsts[c*R+:R];
        shortest    = lengths[c*R+:R];
        is_any      = 1'b1;
      end
    scan_empty = shortest == 0 || scan_first == NONE;
  end

  always_comb begin
    busy_column = '0;
    busy_first  = NONE;
    busy_none   = 1'b1;
    for (int unsigned c = 0; c < A; c++)
      if (busy_none && c < 32'(arity) && lengths[c*R+:R] != 0) begin
        busy_column = AB'(c);
        busy_first  = firsts[c*R+:R];
        busy_none   = 1'b0;
      end
  end

  logic is_key;
  always_comb begin
    is_key       = row_relation == relation;
    iterate_next = row_rlink;
    row_output   = '0;
    arg_output   = '0;
    for (int unsigned c = 0; c < A; c++) begin
      if (c < 32'(keys) && row_args[c*W+:W] != arg[c*W+:W]) is_key = 1'b0;
      if (kind == 4'(c)) iterate_next = row_links[c*R+:R];
      if (32'(arity) == c + 1) begin
        row_output = row_args[c*W+:W];
        arg_output = arg[c*W+:W];
      end
    end
  end
  assign is_output = !functional || row_output == arg_output;
  assign is_found  = live && (keys <= 4'd1 || is_key);

  always_comb
    case (keys)
      4'd0: begin
        find_first = rel_first;
        find_empty = rel_length == 0;
        find_next  = row_rlink;
      end
      4'd1: begin
        find_first = firsts[R-1:0];
        find_empty = lengths[R-1:0] == 0;
        find_next  = row_links[R-1:0];
      end
      default: begin
        find_first = chain;
        find_empty = chain == NONE;
        find_next  = row_hlink;
      end
    endcase
endmodule
