// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Classes of equal ids: representatives, generations, members; pending merges; and
// the registers of the merge under way.

module lbm_classes #(
    parameter int unsigned W = 12,
    parameter int unsigned A = 4,
    parameter int unsigned M = 10,
    parameter int unsigned AB = 2
) (
    input  logic             clk,
    input  logic             rst,
    input  lbm::state_t      state,
    input  logic             go,
    input  lbm::state_t      next,
    input  logic [15:0]      index,
    // Commands.
    input  logic             is_class,   // A further word of CLASS.
    input  logic [W-1:0]     class_id,
    input  logic [12:0]      at,
    input  logic [31:0]      word,
    // A new id.
    input  logic             is_made,
    input  logic [W-1:0]     new_id,
    input  logic [3:0]       new_generation,
    // What is looked up.
    input  logic [W-1:0]     constant,   // `const`
    input  logic [W-1:0]     wl,
    input  logic [W-1:0]     wr,
    input  logic [W-1:0]     pair_left,
    input  logic [W-1:0]     pair_right,
    input  logic [W-1:0]     arg_index,
    input  logic [A*W-1:0]   row_args,
    output logic [W-1:0]     rep,
    output logic [3:0]       generation,
    output logic             is_arg,     // N_REP: the argument read is its own.
    // Pending merges.
    input  logic             push,
    input  logic [W-1:0]     push_left,
    input  logic [W-1:0]     push_right,
    output logic             is_empty,
    output logic             is_full,
    // The merge under way.
    output logic [W-1:0]     win,
    output logic [W-1:0]     lose,
    output logic             is_last,    // X_SET has come round.
    output logic             is_equal    // The representative read is the one before.
);
  //===--- Pending merges --------------------------------------------------===//

  logic [M:0]     sp, top;
  logic [W-1:0]   left, right;
  logic           is_pop;

  assign is_empty = sp == 0;
  assign is_full  = sp[M];
  assign top      = sp - (M + 1)'(1);
  assign is_pop   = go && next == lbm::X_POP;

  lbm_ram #(.WIDTH(2 * W), .DEPTH(1 << M)) merges (
      .clk, .re(is_pop), .raddr(top[M-1:0]), .rdata({left, right}),
      .we(push), .waddr(sp[M-1:0]), .wdata({push_left, push_right}));

  always_ff @(posedge clk)
    if (rst || state == lbm::CLEAR) sp <= '0;
    else if (push) sp <= sp + (M + 1)'(1);
    else if (is_pop) sp <= top;

  //===--- Registers -------------------------------------------------------===//

  logic [W-1:0] x, last, member, arg_before;
  logic [3:0]   g;
  logic         is_swap;

  assign is_swap  = generation < g || (generation == g && lose < win);
  assign is_last  = member == lose;
  assign is_equal = rep == win;
  assign is_arg   = rep == arg_before;

  always_ff @(posedge clk)
    if (go)
      case (state)
        lbm::N_REP: arg_before <= arg_index;
        // X_PAIRL and W2 keep what they compare in `win`; there is no merge then.
        lbm::X_LEFT, lbm::X_PAIRL, lbm::W2: win <= rep;
        lbm::X_RIGHT: lose <= rep;
        lbm::X_GENL: g <= generation;
        lbm::X_GENR: begin
          if (is_swap) begin
            win  <= lose;
            lose <= win;
          end
          x <= is_swap ? win : lose;
        end
        lbm::X_SET: begin
          if (is_last) last <= x;
          x <= member;
        end
        default: ;
      endcase

  //===--- Representatives, generations, members ---------------------------===//

  logic         rep_re, rep_we, generation_re, member_re, member_we;
  logic [W-1:0] rep_at, rep_to, rep_in, generation_at, member_at, member_to, member_in;

  always_comb begin
    rep_re = go;
    case (state)
      lbm::EXEC: rep_at = constant;
      lbm::X_POP: rep_at = left;
      lbm::X_LEFT: rep_at = right;
      lbm::X_PAIR: rep_at = pair_left;
      lbm::X_PAIRL: rep_at = pair_right;
      lbm::W1: rep_at = wl;
      lbm::W2: rep_at = wr;
      lbm::N_REP, lbm::G_ID: rep_at = arg_index;
      default: begin
        rep_re = 1'b0;
        rep_at = constant;
      end
    endcase
  end

  always_comb begin
    rep_we    = is_made || state == lbm::X_SET || (is_class && !at[0]);
    member_we = is_made || state == lbm::X_SWAP || state == lbm::X_JOIN || (is_class && at[0]);
    case (state)
      lbm::X_SET: rep_to = x;
      lbm::N_NEW: rep_to = new_id;
      default: rep_to = class_id;
    endcase
    case (state)
      lbm::X_SET: rep_in = win;
      lbm::N_NEW: rep_in = new_id;
      default: rep_in = word[W-1:0];
    endcase
    case (state)
      lbm::X_SWAP: member_to = last;
      lbm::X_JOIN: member_to = win;
      lbm::N_NEW: member_to = new_id;
      default: member_to = class_id;
    endcase
    case (state)
      lbm::X_SWAP: member_in = member;
      lbm::X_JOIN: member_in = lose;
      lbm::N_NEW: member_in = new_id;
      default: member_in = word[W-1:0];
    endcase
  end

  lbm_ram #(.WIDTH(W), .DEPTH(1 << W)) reps (
      .clk, .re(rep_re), .raddr(rep_at), .rdata(rep), .we(rep_we), .waddr(rep_to),
      .wdata(rep_in));

  always_comb begin
    generation_re = go && (state == lbm::X_RIGHT || state == lbm::X_GENL || state == lbm::D_COL);
    case (state)
      lbm::X_RIGHT: generation_at = win;
      lbm::X_GENL: generation_at = lose;
      default: begin
        generation_at = row_args[0+:W];
        for (int unsigned c = 1; c < A; c++)
          if (index[AB-1:0] == AB'(c)) generation_at = row_args[c*W+:W];
      end
    endcase
  end

  lbm_ram #(.WIDTH(4), .DEPTH(1 << W)) generations (
      .clk, .re(generation_re), .raddr(generation_at), .rdata(generation),
      .we(is_made), .waddr(new_id), .wdata(new_generation));

  always_comb begin
    member_re = go && (state == lbm::X_GENR || state == lbm::X_SET);
    if (state == lbm::X_GENR) member_at = is_swap ? win : lose;
    else member_at = is_last ? win : member;
  end

  lbm_ram #(.WIDTH(W), .DEPTH(1 << W)) members (
      .clk, .re(member_re), .raddr(member_at), .rdata(member), .we(member_we),
      .waddr(member_to), .wdata(member_in));
endmodule
