// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command port. A command is a first word and further words; each is taken in a
// cycle of IDLE. What a word writes is done in the cycle that takes it. After a
// limit all commands but RESET are taken and have no effect.

module lbm_commands #(
    parameter int unsigned W = 12,
    parameter int unsigned T = 8,
    parameter int unsigned N = 8,
    parameter int unsigned SLOTS = 7  // Bits of a number of lists.
) (
    input  logic              clk,
    input  logic              rst,
    input  lbm::state_t       state,
    input  logic              go,
    input  logic [31:0]       word,
    input  logic              is_dead,    // After a limit.
    input  logic [3:0]        row_arity,  // Of relation word[7:0].

    output lbm::state_t       next,       // After this word, in IDLE.
    output logic [3:0]        command,    // The one under way,
    output logic [31:0]       head,       // with this first word.
    output logic              is_first_done,  // The word is that, and has effect; or
    output logic              is_more,    // it is a further one that has effect,
    output logic [12:0]       at,         // this one, from 0 on.
    output logic [31:0]       low,        // The further word before this one.
    output logic [23:0]       left,       // CONSTANTS and SKIP: how many.

    output logic [3:0]        genlimit,
    output logic [31:0]       flimit,
    output logic              watch,
    output logic [W-1:0]      wl,
    output logic [W-1:0]      wr,
    output logic [SLOTS-1:0]  runslots,
    output logic [T:0]        runrels,
    output logic [N:0]        runpairs,
    output logic              set_queue,  // SET of what others hold: to the word.
    output logic              set_firings,
    output logic              forget
);
  logic [31:0] kept;        // The first word of the command under way.
  logic [12:0] words;       // Further words that are still to come.
  logic        was_dead;
  logic [12:0] further;
  logic        is_first, is_last;

  assign is_first = words == 0;
  assign head     = is_first ? word : kept;
  assign command  = head[31:28];
  assign is_last  = is_first ? further == 0 : words == 13'd1;
  assign is_first_done = state == lbm::IDLE && go && is_first &&
                         (!is_dead || command == lbm::CMD_RESET);
  assign is_more  = state == lbm::IDLE && go && !is_first && !was_dead;

  always_comb
    case (word[31:28])
      lbm::CMD_PROGRAM: further = {word[27:16], 1'b0};
      lbm::CMD_TABLE: further = 13'(word[11:8]);
      lbm::CMD_DISTINCT, lbm::CMD_CLASS: further = 13'd2;
      lbm::CMD_ROW: further = 13'(row_arity);
      lbm::CMD_SET: further = 13'd1;
      default: further = '0;
    endcase

  always_comb begin
    next = lbm::IDLE;
    if (is_last && command == lbm::CMD_RESET) next = lbm::CLEAR;
    if (is_last && (is_first ? !is_dead : !was_dead))
      case (command)
        lbm::CMD_CONSTANTS: if (word[23:0] != 0) next = lbm::N_NEW;
        lbm::CMD_SKIP: if (word[23:0] != 0) next = lbm::SKIP;
        lbm::CMD_ROW: next = lbm::L_READ;
        lbm::CMD_RUN: next = watch ? lbm::W1 : lbm::FLUSH;
        lbm::CMD_GROW: next = lbm::G_NEXT;
        default: ;
      endcase
  end

  logic is_set;
  assign is_set      = is_more && command == lbm::CMD_SET;
  assign set_queue   = is_set && head[3:0] == lbm::SET_QHEAD;
  assign set_firings = is_set && head[3:0] == lbm::SET_FIRINGS;
  assign forget      = is_set && head[3:0] == lbm::SET_FORGET;

  always_ff @(posedge clk) begin
    if (state == lbm::IDLE && go) begin
      low <= word;
      if (is_first) begin
        kept     <= word;
        words    <= further;
        at       <= '0;
        was_dead <= is_dead;
        left     <= word[23:0];
      end else begin
        words <= words - 13'd1;
        at    <= at + 13'd1;
      end
    end
    if (state == lbm::SKIP) left <= left - 24'd1;
    if (is_set)
      case (head[3:0])
        lbm::SET_GENLIMIT: genlimit <= word[3:0];
        lbm::SET_FLIMIT: flimit <= word;
        lbm::SET_WL: wl <= word[W-1:0];
        lbm::SET_WR: begin
          wr    <= word[W-1:0];
          watch <= 1'b1;
        end
        lbm::SET_RUNSLOTS: runslots <= word[SLOTS-1:0];
        lbm::SET_RUNRELS: runrels <= word[T:0];
        lbm::SET_RUNPAIRS: runpairs <= word[N:0];
        default: ;
      endcase
    if (rst || state == lbm::CLEAR) begin
      genlimit <= '0;
      flimit   <= '0;
      watch    <= 1'b0;
    end
    if (rst) begin
      words    <= '0;
      runslots <= '0;
      runrels  <= '0;
      runpairs <= '0;
    end
  end
endmodule
