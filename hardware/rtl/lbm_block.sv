// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Counters and flags of the block, and the registers of what is under way: which
// relation, which row, which sort, which id.

module lbm_block #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned T = 8,
    parameter int unsigned N = 8,
    parameter int unsigned AB = 2
) (
    input  logic             clk,
    input  logic             rst,
    input  lbm::state_t      state,
    input  logic             go,
    input  lbm::state_t      next,
    input  logic [5:0]       outer,
    // Commands.
    input  logic             is_first_done,
    input  logic [3:0]       command,
    input  logic [31:0]      word,
    input  logic             set_queue,
    input  logic             set_firings,
    input  logic [31:0]      flimit,
    input  logic [N:0]       runpairs,
    // The program.
    input  logic [4:0]       op,
    input  logic [7:0]       op_relation,
    input  logic [7:0]       back_relation,
    input  logic [3:0]       fresh,
    input  logic             created_bit,
    // What was read.
    input  logic [R-1:0]     row,
    input  logic             live,
    input  logic [T-1:0]     row_relation,
    input  logic             is_found,
    input  logic [W-1:0]     row_output,
    input  logic [AB-1:0]    scan_column,
    input  logic [3:0]       back_kind,
    input  logic [AB-1:0]    busy_column,
    input  logic             busy_none,
    input  logic [T-1:0]     column_sort,    // Of the column of T_COL.
    input  logic [T-1:0]     sort_sort,      // Of column 0 of the sort.
    input  logic             is_sort_sorted,
    input  logic             is_class_equal,
    input  logic [7:0]       subject,
    input  logic [3:0]       demand_generation,
    input  logic             is_slot_last,
    input  logic             are_own,

    output logic [R-1:0]     delta,
    output logic [R-1:0]     rows,
    output logic [R-1:0]     qhead,
    output logic [W:0]       ids,
    output logic [W:0]       first,          // All ids, if a routine makes none.
    output logic             is_last_id,
    output logic [3:0]       new_generation,
    output logic [31:0]      firings,
    output logic             is_false,
    output logic             is_reached_by,
    output logic             created,
    output logic             is_growing,
    output logic             is_over_budget,
    output logic             is_at_end,
    output logic             has_row_room,
    output logic             has_id_room,
    output logic             is_too_young,
    output logic             drop,           // Growing ends: the block is false.

    output logic [T:0]       relation,
    output logic [T-1:0]     sort,
    output logic [R-1:0]     typed_row,      // T and K: what a sort follows from.
    output logic [3:0]       typed_column,
    output logic [3:0]       kind,
    output logic [R-1:0]     found_row,
    output logic [W-1:0]     found_output,
    output logic [R-1:0]     old,            // The row that died last.
    output logic [AB-1:0]    loser,          // The column whose list is walked.
    output logic [N-1:0]     pair,
    output logic             is_last_pair,
    output logic             of_witness
);
  logic          just_ran, is_reached;
  logic [3:0]    growlimit;
  logic [W:0]    last_id;
  logic [R-1:0]  linked;
  logic [N:0]    pair_next;

  assign has_row_room   = !(&rows);
  assign has_id_room    = (W + 5)'(ids) + (W + 5)'(fresh) <= (W + 5)'(1) << W;
  assign is_last_id     = ids + (W + 1)'(1) == last_id;
  assign is_over_budget = just_ran && firings > flimit;
  assign is_at_end      = is_false || is_reached || is_reached_by || qhead == rows;
  assign is_too_young   = demand_generation > growlimit;
  assign is_last_pair   = pair_next == runpairs;
  assign pair           = pair_next[N-1:0];
  assign drop           = state == lbm::FLUSH && next == lbm::END;

  always_ff @(posedge clk) begin
    if (set_queue) qhead <= word[R-1:0];
    if (set_firings) firings <= word;
    if (go)
      case (state)
        lbm::IDLE: begin
          if (is_first_done)
            case (command)
              lbm::CMD_CONSTANTS: begin
                new_generation <= word[27:24];
                last_id        <= ids + (W + 1)'(word[23:0]);
              end
              lbm::CMD_ROW: relation <= (T + 1)'(word[T-1:0]);
              lbm::CMD_RUN: begin
                just_ran   <= 1'b0;
                is_growing <= 1'b0;
                created    <= 1'b0;
              end
              lbm::CMD_GROW: begin
                is_growing <= 1'b1;
                created    <= 1'b0;
                growlimit  <= word[3:0];
                delta      <= '1;
              end
              default: ;
            endcase
          of_witness <= 1'b0;
        end
        lbm::NEXT:
        if (next == lbm::ROW) begin
          delta    <= qhead;
          qhead    <= qhead + R'(1);
          just_ran <= 1'b0;
        end
        lbm::ROW:
        if (live) begin
          relation <= (T + 1)'(row_relation);
          just_ran <= 1'b1;
        end
        lbm::EXEC: begin
          relation <= (T + 1)'(op_relation[T-1:0]);
          kind     <= 4'd8;
          if (op >= lbm::OP_DERIVE && op <= lbm::OP_INVENT) firings <= firings + 32'd1;
          if (op == lbm::OP_DONE) created <= created | created_bit;
          if (op == lbm::OP_WITNESS) begin
            first          <= ids;
            last_id        <= ids + (W + 1)'(fresh);
            new_generation <= demand_generation;
          end
          of_witness <= 1'b0;
        end
        lbm::BACK: begin
          relation <= (T + 1)'(back_relation[T-1:0]);
          kind     <= back_kind;
        end
        lbm::S_HEAD: kind <= 4'(scan_column);
        lbm::F_ROW:
        if (is_found) begin
          found_row    <= row;
          found_output <= row_output;
        end
        lbm::FALSE, lbm::X_APART: is_false <= 1'b1;
        lbm::REACH: is_reached_by <= 1'b1;
        lbm::L_WRITE: begin
          linked <= rows;
          rows   <= rows + R'(1);
        end
        lbm::T_COL: begin
          sort         <= column_sort;
          typed_row    <= linked;
          typed_column <= outer[3:0];
        end
        lbm::T_WRITE: begin
          rows         <= rows + R'(1);
          typed_row    <= rows;
          typed_column <= '0;
          if (is_sort_sorted) sort <= sort_sort;
        end
        lbm::I_DEAD, lbm::O_DEAD, lbm::SKIP: begin
          old  <= rows;
          rows <= rows + R'(1);
        end
        lbm::FLUSH: if (drop) created <= 1'b1;
        lbm::X_JOIN: relation <= '0;
        lbm::X_REL: pair_next <= '0;
        lbm::X_HEADS:
        if (busy_none) relation <= relation + (T + 1)'(1);
        else loser <= busy_column;
        lbm::X_ROW: old <= row;
        lbm::X_PAIRR: if (!is_class_equal) pair_next <= pair_next + (N + 1)'(1);
        lbm::W3: if (is_class_equal) is_reached <= 1'b1;
        lbm::G_ID: relation <= (T + 1)'(subject[T-1:0]);
        lbm::N_NEW: if (is_slot_last) ids <= ids + (W + 1)'(1);
        lbm::N_REP: of_witness <= are_own;
        default: ;
      endcase
    if (state == lbm::X_APART && go) pair_next <= pair_next + (N + 1)'(1);
    if (rst || state == lbm::CLEAR) begin
      rows          <= '0;
      ids           <= '0;
      qhead         <= '0;
      firings       <= '0;
      growlimit     <= '0;
      is_false      <= 1'b0;
      is_reached    <= 1'b0;
      is_reached_by <= 1'b0;
      created       <= 1'b0;
      is_growing    <= 1'b0;
    end
  end
endmodule
