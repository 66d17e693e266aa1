// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Between a core and its router. Words of packets that come are commands; their
// headers are dropped. Events are gathered and sent to the host: a packet when there
// are enough for a full one, and what is left at the end of RUN and GROW. A packet is
// begun only when all of it is there, so that it never holds a way while its core
// computes.

module lbm_mailbox #(
    parameter int unsigned X = 0,
    parameter int unsigned Y = 0,
    parameter int unsigned LOG = 3  // log2 of the words of a full packet.
) (
    input  logic        clk,
    input  logic        rst,
    // Router.
    input  logic        in_valid,
    output logic        in_ready,
    input  logic [32:0] in_flit,
    output logic        out_valid,
    input  logic        out_ready,
    output logic [32:0] out_flit,
    // Core.
    output logic        command_valid,
    input  logic        command_ready,
    output logic [31:0] command_word,
    input  logic        event_valid,
    output logic        event_ready,
    input  logic [31:0] event_word,
    input  logic        is_end,       // The event is the last word of STATUS.
    output logic        is_empty      // Nothing waits to be sent.
);
  //===--- Commands --------------------------------------------------------===//

  logic is_inside;  // The header has been dropped.
  assign command_valid = in_valid && is_inside;
  assign command_word  = in_flit[31:0];
  assign in_ready      = is_inside ? command_ready : 1'b1;

  always_ff @(posedge clk)
    if (rst) is_inside <= 1'b0;
    else if (in_valid && in_ready) is_inside <= !in_flit[32];

  //===--- Events ----------------------------------------------------------===//

  // Twice a full packet, so that the core goes on while one is sent.
  logic [LOG+1:0] count;
  logic [LOG:0]   left;   // Words of the packet that are still to be sent.
  logic           is_sending, has_ended, word_valid, word_ready;
  logic [31:0]    word;
  logic           is_enough, event_space;

  lbm_fifo #(.WIDTH(32), .LOG(LOG + 1)) events (
      .clk, .rst, .in_valid(event_valid && !has_ended), .in_ready(event_space),
      .in_data(event_word), .out_valid(word_valid), .out_ready(word_ready),
      .out_data(word), .count);
  // After the end nothing is taken before all is sent: a packet has one exchange.
  assign event_ready = event_space && !has_ended;

  assign is_enough  = count >= (LOG + 2)'(1) << LOG;
  assign word_ready = is_sending && out_ready;
  assign out_valid  = is_sending ? word_valid : is_enough || (has_ended && word_valid);
  assign out_flit   = is_sending ? {left == (LOG + 1)'(1), word}
                                 : {1'b0, 1'b1, 7'(Y), 8'(X), 16'd0};
  assign is_empty   = !word_valid && !is_sending && !has_ended;

  always_ff @(posedge clk) begin
    if (event_valid && event_ready && is_end) has_ended <= 1'b1;
    if (out_valid && out_ready) begin
      if (!is_sending) begin
        is_sending <= 1'b1;
        left       <= is_enough ? (LOG + 1)'(1) << LOG : count[LOG:0];
      end else begin
        left <= left - (LOG + 1)'(1);
        if (left == (LOG + 1)'(1)) begin
          is_sending <= 1'b0;
          if (count == (LOG + 2)'(1)) has_ended <= 1'b0;
        end
      end
    end
    if (rst) begin
      is_sending <= 1'b0;
      has_ended  <= 1'b0;
      left       <= '0;
    end
  end
endmodule
