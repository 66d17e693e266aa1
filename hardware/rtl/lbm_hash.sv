// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The hash of docs/lbm.md: fold(start * 41), then each of the first n columns turned
// in. Wires only.

module lbm_hash #(
    parameter int unsigned W = 12,
    parameter int unsigned A = 4,
    parameter int unsigned START = 9,
    parameter int unsigned BITS = 9
) (
    input  logic [START-1:0] start,
    input  logic [A*W-1:0]   key,
    input  logic [3:0]       n,
    output logic [BITS-1:0]  hash
);
  localparam int unsigned TURN = 5 % BITS;

  // The exclusive or of the pieces of BITS bits.
  function automatic logic [BITS-1:0] fold(input logic [31:0] x);
    fold = '0;
    for (int unsigned i = 0; i < 32; i++) fold[i%BITS] = fold[i%BITS] ^ x[i];
  endfunction

  function automatic logic [BITS-1:0] turned(input logic [BITS-1:0] x);
    for (int unsigned i = 0; i < BITS; i++) turned[(i+TURN)%BITS] = x[i];
  endfunction

  logic [31:0] wide;
  assign wide = 32'(start);

  always_comb begin
    hash = fold(wide + (wide << 3) + (wide << 5));
    for (int unsigned c = 0; c < A; c++)
      if (c < 32'(n)) hash = turned(hash) ^ fold(32'(key[c*W+:W]));
  end
endmodule
