// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Demands: what is wanted and not there. They wait in a ring in the order in which
// they were noted, found by a hash of what they ask for, and remember the rows that
// an existential rule matched.

module lbm_demands #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned D = 10,
    parameter int unsigned E = 7,
    parameter int unsigned Q = 10
) (
    input  logic             clk,
    input  logic             rst,
    input  lbm::state_t      state,
    input  logic             go,
    input  lbm::state_t      next,
    input  logic [15:0]      index,

    // What is demanded by the instruction, in EXEC.
    input  logic [4:0]       op,
    input  logic [7:0]       relation,
    input  logic [3:0]       arity,
    input  logic [3:0]       columns,
    input  logic [5:0]       premises,    // Of the plan.
    input  logic             unfold,
    input  logic [3:0]       row_generation,
    input  logic [A*W-1:0]   arg,
    input  logic [R-1:0]     match,
    input  logic             forget,
    input  logic             drop,        // Growing ends: the block is contradictory.

    // The demand under way.
    output logic             invent,
    output logic [7:0]       subject,
    output logic [3:0]       count,
    output logic [5:0]       matched,
    output logic [3:0]       generation,
    output logic [4:0]       wanted,      // The generation that it would have.
    output logic [A*W-1:0]   ids,
    output logic [R-1:0]     row,         // That it remembers.

    output logic             is_done,     // All of the window are met.
    output logic             is_waiting,  // There is a demand to compare, or a next one.
    output logic             is_known,    // It is the one.
    output logic             has_room
);
  localparam int unsigned WIDTH = 1 + 8 + 4 + A * W + 20 + 6 + Q;

  logic [19:0]  first, window, last, count_all, number, link, read_at;
  logic [Q:0]   row_first, row_next, waiting_rows;
  logic [E-1:0] hash, last_hash;
  logic [3:0]   highest, old_generation;
  logic         new_invent;
  logic [7:0]   new_subject;
  logic [3:0]   new_count;
  logic [5:0]   new_matched;
  logic [A*W-1:0] new_ids;
  logic [Q-1:0] new_at, rows_at;

  assign waiting_rows = row_next - row_first;
  // `first` is DHEAD#, `last` DEND, `count_all` DNEXT.
  assign is_done    = first == last;
  assign is_waiting = is_between(state == lbm::D_CMP ? link : number);
  assign has_room   = count_all - first < 20'd1 << D && !(&count_all) &&
                      (Q + 7)'(matched) <= ((Q + 7)'(1) << Q) - (Q + 7)'(waiting_rows);

  function automatic logic is_between(input logic [19:0] n);
    is_between = n >= window && n < count_all;
  endfunction

  always_comb begin
    is_known = new_invent == invent && new_subject == subject && new_count == count;
    for (int unsigned c = 0; c < A; c++)
      if (c < 32'(count) && ids[c*W+:W] != arg[c*W+:W]) is_known = 1'b0;
  end
  assign ids    = new_ids;
  assign wanted = 5'(highest) + 5'(!unfold);

  //===--- Memories --------------------------------------------------------===//

  logic read, write;
  assign read  = go && ((state == lbm::G_NEXT && next == lbm::G_LOAD) || next == lbm::D_CMP);
  assign write = state == lbm::D_NEW && has_room;
  always_comb
    case (state)
      lbm::G_NEXT: read_at = first;
      lbm::D_CMP: read_at = link;
      default: read_at = number;
    endcase

  lbm_ram #(.WIDTH(WIDTH), .DEPTH(1 << D)) demands (
      .clk, .re(read), .raddr(read_at[D-1:0]),
      .rdata({new_invent, new_subject, new_count, new_ids, link, new_matched, new_at}),
      .we(write), .waddr(count_all[D-1:0]),
      .wdata({invent, subject, count, arg, number, matched, row_next[Q-1:0]}));

  logic [D-1:0] old_at;
  logic         is_less;
  assign is_less = state == lbm::D_CMP && is_known && generation < old_generation;
  lbm_ram #(.WIDTH(4), .DEPTH(1 << D)) generations (
      .clk, .re(read), .raddr(read_at[D-1:0]), .rdata(old_generation),
      .we(write || is_less), .waddr(write ? count_all[D-1:0] : old_at), .wdata(generation));

  lbm_hash #(.W(W), .A(A), .START(9), .BITS(E)) hashing (
      .start({subject, invent}), .key(arg), .n(count), .hash);

  logic is_clear;
  assign is_clear = state == lbm::CLEAR && {16'd0, index} < 32'd1 << E;
  lbm_ram #(.WIDTH(20), .DEPTH(1 << E)) heads (
      .clk, .re(go && next == lbm::D_HEAD), .raddr(hash), .rdata(number),
      .we(is_clear || write), .waddr(state == lbm::CLEAR ? index[E-1:0] : last_hash),
      .wdata(state == lbm::CLEAR ? 20'hFFFFF : count_all));

  logic [Q-1:0] row_at;
  assign row_at = rows_at + Q'(index);
  lbm_ram #(.WIDTH(R), .DEPTH(1 << Q)) saved (
      .clk, .re(go && state == lbm::G_ROW && index[5:0] != matched), .raddr(row_at),
      .rdata(row), .we(state == lbm::D_SAVE), .waddr(row_next[Q-1:0]), .wdata(match));

  //===--- Registers -------------------------------------------------------===//

  always_ff @(posedge clk) begin
    if (read) old_at <= read_at[D-1:0];
    if (go && next == lbm::D_HEAD) last_hash <= hash;
    if (go)
      case (state)
        lbm::EXEC: begin
          invent  <= op == lbm::OP_INVENT;
          subject <= relation;
          count   <= op == lbm::OP_INVENT ? columns : arity - 4'd1;
          matched <= op == lbm::OP_INVENT ? premises : 6'd0;
          highest <= '0;
        end
        lbm::D_COL:
        if (index != 0 && row_generation > highest) highest <= row_generation;
        lbm::D_GEN: if (next != lbm::D_ROW) generation <= wanted[3:0];
        lbm::D_NEW: if (has_room) count_all <= count_all + 20'd1;
        lbm::D_SAVE: row_next <= row_next + (Q + 1)'(1);
        lbm::G_LOAD: begin
          invent     <= new_invent;
          subject    <= new_subject;
          count      <= new_count;
          matched    <= new_matched;
          rows_at    <= new_at;
          generation <= old_generation;
          first      <= first + 20'd1;
        end
        lbm::G_ROW:
        if (index[5:0] == matched) row_first <= row_first + (Q + 1)'(matched);
        default: ;
      endcase
    // The command GROW: what is noted from now on is a new window.
    if (state == lbm::IDLE && go && next == lbm::G_NEXT) begin
      last   <= count_all;
      window <= count_all;
    end
    if (forget) begin
      first     <= count_all;
      window    <= count_all;
      last      <= count_all;
      row_first <= row_next;
    end
    if (drop) begin
      first     <= last;
      row_first <= row_next;
    end
    if (rst || state == lbm::CLEAR) begin
      first     <= '0;
      window    <= '0;
      last      <= '0;
      count_all <= '0;
      row_first <= '0;
      row_next  <= '0;
    end
  end
endmodule
