// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The instruction memory, the instruction under way, and the iterators that are
// open. PC is the address of the instruction after it.
//
// An address has P + 1 bits; with the top one set it is beyond the memory, and all
// ones are none. The instruction there is no instruction.

module lbm_program #(
    parameter int unsigned R = 14,
    parameter int unsigned P = 16,
    parameter int unsigned B = 16,
    parameter int unsigned BB = 5  // Bits of a number of iterators.
) (
    input  logic          clk,
    input  logic          rst,
    input  lbm::state_t   state,
    input  logic          go,
    input  lbm::state_t   next,
    input  logic          is_plan_over,
    // Commands.
    input  logic          is_more,
    input  logic [3:0]    command,
    input  logic [31:0]   head,
    input  logic [31:0]   word,
    input  logic [12:0]   at,
    input  logic [31:0]   low,
    // Where plans and routines begin.
    input  logic [P:0]    plan,
    input  logic [P:0]    licence,
    input  logic [P:0]    exist,
    input  logic          is_meeting,   // A licence is looked for.

    output logic [63:0]   ir,         // In EXEC the one that was read, else the kept one.
    output logic          is_bad,     // In EXEC: no instruction.
    output logic          is_last_plan,
    output logic [19:0]   rule,       // Of the plan.
    output logic [5:0]    count,

    // Iterators.
    input  logic          push,
    input  logic [R-1:0]  push_row,
    input  logic [3:0]    push_kind,
    output logic          is_empty,
    output logic          is_full,
    output logic [R-1:0]  back_row,
    output logic [3:0]    back_kind,
    output logic [63:0]   back_ir
);
  localparam int unsigned BA = BB > 1 ? $clog2(B) : 1;

  logic [P:0]  pc, fetch, back_pc, nextplan, field;
  logic [63:0] read, kept;
  logic        is_beyond;
  logic [BB-1:0] bp;

  assign ir           = state == lbm::EXEC ? read : kept;
  assign is_bad       = state == lbm::EXEC &&
                        (is_beyond || read[63:59] == lbm::OP_NONE || read[63:59] > lbm::OP_DONE);
  assign is_last_plan = &nextplan;
  assign is_empty     = bp == 0;
  assign is_full      = bp == BB'(B);

  always_comb begin
    case (state)
      lbm::ROW: fetch = plan;
      lbm::G_MEET: fetch = exist;
      lbm::F_HEAD, lbm::F_ROW: fetch = is_meeting ? licence : pc;
      default: fetch = pc;
    endcase
    if (is_plan_over) fetch = nextplan;
  end

  if (P == 16) begin : gen_all
    assign field = {&read[15:0], read[15:0]};
  end else begin : gen_some
    assign field = &read[15:0] ? '1 : {|read[15:P], read[P-1:0]};
  end

  logic [P-1:0] place;
  assign place = head[P-1:0] + P'(at[12:1]);

  lbm_ram #(.WIDTH(64), .DEPTH(1 << P)) imem (
      .clk, .re(go && next == lbm::EXEC), .raddr(fetch[P-1:0]), .rdata(read),
      .we(is_more && command == lbm::CMD_PROGRAM && at[0]), .waddr(place),
      .wdata({word, low}));

  // The top of the stack is read all the time: it is at the output two cycles after
  // it changes, and nothing wants it before.
  logic [BA-1:0] top;
  assign top = is_empty ? '0 : BA'(bp - BB'(1));

  lbm_ram #(.WIDTH(64 + P + 1 + R + 4), .DEPTH(B), .ADDRESS(BA)) back (
      .clk, .re(!push), .raddr(top), .rdata({back_ir, back_pc, back_row, back_kind}),
      .we(push), .waddr(BA'(bp)), .wdata({kept, pc, push_row, push_kind}));

  always_ff @(posedge clk) begin
    if (go && next == lbm::EXEC) begin
      pc        <= fetch + {{P{1'b0}}, !fetch[P]};
      is_beyond <= fetch[P];
    end
    if (state == lbm::EXEC) begin
      kept <= read;
      if (read[63:59] == lbm::OP_PLAN && !is_bad) begin
        nextplan <= field;
        rule     <= read[35:16];
        count    <= read[41:36];
        bp       <= '0;
      end
    end
    if (push) bp <= bp + BB'(1);
    if (state == lbm::BACK) begin
      kept <= back_ir;
      pc   <= back_pc;
      bp   <= bp - BB'(1);
    end
    if (rst || state == lbm::CLEAR || state == lbm::G_MEET) bp <= '0;
  end
endmodule
