// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NX * NY routers with their links. Node (x, y) has number y * NX + x. The host is
// west of (0, 0).

module lbm_mesh #(
    parameter int unsigned NX = 2,
    parameter int unsigned NY = 2,
    parameter int unsigned LOG = 1
) (
    input  logic                clk,
    input  logic                rst,
    input  logic                host_in_valid,
    output logic                host_in_ready,
    input  logic [32:0]         host_in_flit,
    output logic                host_out_valid,
    input  logic                host_out_ready,
    output logic [32:0]         host_out_flit,
    input  logic [NX*NY-1:0]    in_valid,
    output logic [NX*NY-1:0]    in_ready,
    input  logic [NX*NY*33-1:0] in_flit,
    output logic [NX*NY-1:0]    out_valid,
    input  logic [NX*NY-1:0]    out_ready,
    output logic [NX*NY*33-1:0] out_flit
);
  // What a router sends is what its neighbour receives.
  logic [NX*NY*4-1:0]    sent_valid, sent_ready;
  logic [NX*NY*4*33-1:0] sent;

  for (genvar y = 0; y < NY; y++) begin : gen_row
    for (genvar x = 0; x < NX; x++) begin : gen_node
      localparam int unsigned NODE = y * NX + x;
      logic [4:0]      valid, ready, back_valid, back_ready;
      logic [5*33-1:0] flits, back_flits;

      assign valid[0] = in_valid[NODE];
      assign in_ready[NODE] = ready[0];
      assign flits[0+:33] = in_flit[NODE*33+:33];
      assign out_valid[NODE] = back_valid[0];
      assign back_ready[0] = out_ready[NODE];
      assign out_flit[NODE*33+:33] = back_flits[0+:33];

      for (genvar p = 1; p < 5; p++) begin : gen_port
        // The neighbour, and the port by which it is ours.
        localparam int unsigned OTHER = p == 1 ? NODE + 1 : p == 2 ? NODE - 1 :
                                        p == 3 ? NODE + NX : NODE - NX;
        localparam int unsigned THERE = p == 1 ? 2 : p == 2 ? 1 : p == 3 ? 4 : 3;
        localparam bit IS_LINK = p == 1 ? x + 1 < NX : p == 2 ? x > 0 :
                                 p == 3 ? y + 1 < NY : y > 0;
        assign sent_valid[NODE*4+p-1] = back_valid[p];
        assign sent[(NODE*4+p-1)*33+:33] = back_flits[p*33+:33];
        assign sent_ready[NODE*4+p-1] = ready[p];
        if (IS_LINK) begin : gen_link
          assign valid[p] = sent_valid[OTHER*4+THERE-1];
          assign flits[p*33+:33] = sent[(OTHER*4+THERE-1)*33+:33];
          assign back_ready[p] = sent_ready[OTHER*4+THERE-1];
        end else if (p == 2 && NODE == 0) begin : gen_host
          assign valid[p] = host_in_valid;
          assign flits[p*33+:33] = host_in_flit;
          assign host_in_ready = ready[p];
          assign host_out_valid = back_valid[p];
          assign host_out_flit = back_flits[p*33+:33];
          assign back_ready[p] = host_out_ready;
        end else begin : gen_edge
          assign valid[p] = 1'b0;
          assign flits[p*33+:33] = '0;
          assign back_ready[p] = 1'b0;
        end
      end

      lbm_router #(.X(x), .Y(y), .LOG(LOG)) router (
          .clk, .rst, .in_valid(valid), .in_ready(ready), .in_flit(flits),
          .out_valid(back_valid), .out_ready(back_ready), .out_flit(back_flits));
    end
  end
endmodule
