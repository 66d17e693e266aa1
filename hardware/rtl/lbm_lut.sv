// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A small memory that is read in the cycle that wants it: distributed memory, or
// flip-flops where a device has none.

module lbm_lut #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned ADDRESS = 4
) (
    input  logic               clk,
    input  logic [ADDRESS-1:0] raddr,
    output logic [WIDTH-1:0]   rdata,
    input  logic               we,
    input  logic [ADDRESS-1:0] waddr,
    input  logic [WIDTH-1:0]   wdata
);
  logic [WIDTH-1:0] mem[1 << ADDRESS];

  assign rdata = mem[raddr];

  always_ff @(posedge clk) begin
    if (we) mem[waddr] <= wdata;
  end
endmodule
