// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A router of the mesh: five ports, a small queue at each input. A packet is a header
// and words; the last flit has bit 32 set. It goes along x first and then along y, and
// keeps an output until its last flit has gone through (wormhole). A packet for the
// host goes to the router at (0, 0) in the same way and leaves it to the west. So no
// packet turns from y to x inside the mesh, and there is no cycle of waiting packets.
//
// Header: 7..0 x, 15..8 y, 31 for the host. 23..16 and 30..24, where it comes from,
// are carried only.

module lbm_router #(
    parameter int unsigned X = 0,
    parameter int unsigned Y = 0,
    parameter int unsigned LOG = 1  // log2 of the flits that an input can keep.
) (
    input  logic           clk,
    input  logic           rst,
    // Ports 0 local, 1 east, 2 west, 3 north (greater y), 4 south.
    input  logic [4:0]     in_valid,
    output logic [4:0]     in_ready,
    input  logic [5*33-1:0] in_flit,
    output logic [4:0]     out_valid,
    input  logic [4:0]     out_ready,
    output logic [5*33-1:0] out_flit
);
  localparam int unsigned LOCAL = 0, EAST = 1, WEST = 2, NORTH = 3, SOUTH = 4;

  logic [4:0]      valid, taken;
  logic [5*33-1:0] flit;
  logic [5*5-1:0]  wants;  // wants[5*i+o]: the flit at input i has to go to output o.

  // Where a header says that its packet has to go.
  function automatic logic [4:0] route(input logic [31:0] header);
    logic       is_host;
    logic [7:0] x, y;
    is_host = header[31];
    x = is_host ? 8'd0 : header[7:0];
    y = is_host ? 8'd0 : header[15:8];
    route = '0;
    if (x > 8'(X)) route[EAST] = 1'b1;
    else if (x != 8'(X)) route[WEST] = 1'b1;
    else if (y > 8'(Y)) route[NORTH] = 1'b1;
    else if (y != 8'(Y)) route[SOUTH] = 1'b1;
    else if (is_host) route[WEST] = 1'b1;
    else route[LOCAL] = 1'b1;
  endfunction

  for (genvar i = 0; i < 5; i++) begin : gen_input
    logic       is_inside;  // The header has gone through.
    logic [4:0] kept, now;
    /* verilator lint_off UNUSEDSIGNAL */
    logic [LOG:0] count;
    /* verilator lint_on UNUSEDSIGNAL */

    lbm_fifo #(.WIDTH(33), .LOG(LOG)) queue (
        .clk, .rst, .in_valid(in_valid[i]), .in_ready(in_ready[i]),
        .in_data(in_flit[i*33+:33]), .out_valid(valid[i]), .out_ready(taken[i]),
        .out_data(flit[i*33+:33]), .count);

    assign now = is_inside ? kept : route(flit[i*33+:32]);
    assign wants[i*5+:5] = valid[i] ? now : '0;
    always_ff @(posedge clk)
      if (rst) is_inside <= 1'b0;
      else if (valid[i] && taken[i]) begin
        is_inside <= !flit[i*33+32];
        kept      <= now;
      end
  end

  // For each output: who has it, until the last flit; else whose turn it is next.
  logic [5*5-1:0] grant;  // grant[5*o+i]
  for (genvar o = 0; o < 5; o++) begin : gen_output
    logic [4:0] asks, owner, first, turn, chosen;
    logic       is_owned;

    always_comb begin
      for (int unsigned i = 0; i < 5; i++) asks[i] = wants[i*5+o];
      // The lowest that asks at or above the turn, else the lowest that asks.
      first = '0;
      for (int unsigned i = 0; i < 5; i++)
        if (first == 0 && asks[i] && turn[i]) first[i] = 1'b1;
      for (int unsigned i = 0; i < 5; i++)
        if (first == 0 && asks[i]) first[i] = 1'b1;
      chosen = is_owned ? owner & asks : first;
      out_valid[o] = chosen != 0;
      out_flit[o*33+:33] = '0;
      for (int unsigned i = 0; i < 5; i++)
        if (chosen[i]) out_flit[o*33+:33] = flit[i*33+:33];
    end
    assign grant[o*5+:5] = out_ready[o] ? chosen : '0;

    always_ff @(posedge clk)
      if (rst) begin
        is_owned <= 1'b0;
        owner    <= '0;
        turn     <= '1;
      end else if (out_ready[o] && chosen != 0) begin
        is_owned <= !out_flit[o*33+32];
        owner    <= chosen;
        // Those above the chosen one are next.
        if (!is_owned) turn <= ~((chosen - 5'd1) | chosen);
      end
  end

  always_comb
    for (int unsigned i = 0; i < 5; i++) begin
      taken[i] = 1'b0;
      for (int unsigned o = 0; o < 5; o++) if (grant[o*5+i]) taken[i] = 1'b1;
    end

`ifdef LBM_CHECKS
  logic [4:0] was_blocked;
  always_ff @(posedge clk) begin
    was_blocked <= rst ? '0 : out_valid & ~out_ready;
    for (int unsigned i = 0; i < 5; i++) begin
      if (!rst)
        assert ($onehot0(wants[i*5+:5]) && $onehot0(grant[i*5+:5]))
        else $error("%m: input %0d goes to several outputs", i);
      // A flit that is offered stays, though before its packet another may win.
      if (!rst && was_blocked[i]) assert (out_valid[i]) else $error("%m: a flit went away");
    end
  end
`endif
endmodule
