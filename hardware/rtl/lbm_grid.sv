// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NX * NY cores on a mesh. The host sends packets of commands to cores and receives
// packets of events, west of (0, 0).
//
// Packets of commands go east and north, packets of events west and south, so that
// commands that wait for a busy core never hold up events. A host that sends to a
// core only between STATUS and RUN holds up nobody.

module lbm_grid #(
    parameter int unsigned NX = 2,
    parameter int unsigned NY = 2,
    parameter int unsigned LOG = 1,
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned S = 64,
    parameter int unsigned H = 9,
    parameter int unsigned D = 12,
    parameter int unsigned E = 7,
    parameter int unsigned M = 10,
    parameter int unsigned P = 16,
    parameter int unsigned B = 16,
    parameter int unsigned Q = 12,
    parameter int unsigned T = 8,
    parameter int unsigned X = 8,
    parameter int unsigned N = 8,
    parameter int unsigned K = 6
) (
    input  logic             clk,
    input  logic             rst,
    input  logic             host_in_valid,
    output logic             host_in_ready,
    input  logic [32:0]      host_in_flit,
    output logic             host_out_valid,
    input  logic             host_out_ready,
    output logic [32:0]      host_out_flit,
    output logic             at_rest,     // No core runs, no event waits in a core.
    output logic [NX*NY-1:0] is_working   // For counters: not idle.
);
  localparam int unsigned NODES = NX * NY;

  logic [NODES-1:0]    to_valid, to_ready, from_valid, from_ready, rests;
  logic [NODES*33-1:0] to_flit, from_flit;

  lbm_mesh #(.NX(NX), .NY(NY), .LOG(LOG)) mesh (
      .clk, .rst, .host_in_valid, .host_in_ready, .host_in_flit, .host_out_valid,
      .host_out_ready, .host_out_flit, .in_valid(from_valid), .in_ready(from_ready),
      .in_flit(from_flit), .out_valid(to_valid), .out_ready(to_ready), .out_flit(to_flit));

  for (genvar n = 0; n < NODES; n++) begin : gen_core
    logic        command_valid, command_ready, event_valid, event_ready, is_empty;
    logic [31:0] command_word, event_word;
    lbm::state_t state;

    lbm_mailbox #(.X(n % NX), .Y(n / NX)) post (
        .clk, .rst, .in_valid(to_valid[n]), .in_ready(to_ready[n]),
        .in_flit(to_flit[n*33+:33]), .out_valid(from_valid[n]), .out_ready(from_ready[n]),
        .out_flit(from_flit[n*33+:33]), .command_valid, .command_ready, .command_word,
        .event_valid, .event_ready, .event_word, .is_end(state == lbm::END3), .is_empty);

    lbm_core #(.W(W), .R(R), .A(A), .S(S), .H(H), .D(D), .E(E), .M(M), .P(P), .B(B),
               .Q(Q), .T(T), .X(X), .N(N), .K(K)) core (
        .clk, .rst, .command_valid, .command_ready, .command_word, .event_valid,
        .event_ready, .event_word, .state);

    assign is_working[n] = state != lbm::IDLE;
    assign rests[n]      = state == lbm::IDLE && !command_valid && is_empty;
  end

  lbm_barrier #(.NODES(NODES)) barrier (.clk, .rst, .rests, .all(at_rest));
endmodule
