// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A synchronous memory with one read and one write port: block RAM. What was read
// stays at the output until the next read. A word is never read in the cycle in
// which it is written; lbm_checks.sv and the assertion here see to that.

module lbm_ram #(
    parameter int unsigned WIDTH = 8,
    parameter int unsigned DEPTH = 16,
    parameter int unsigned ADDRESS = $clog2(DEPTH)
) (
    input  logic               clk,
    input  logic               re,
    input  logic [ADDRESS-1:0] raddr,
    output logic [WIDTH-1:0]   rdata,
    input  logic               we,
    input  logic [ADDRESS-1:0] waddr,
    input  logic [WIDTH-1:0]   wdata
);
  logic [WIDTH-1:0] mem[DEPTH];

  always_ff @(posedge clk) begin
    if (we) mem[waddr] <= wdata;
    if (re) rdata <= mem[raddr];
  end

`ifdef LBM_CHECKS
  always_ff @(posedge clk) begin
    if (re && we) assert (raddr != waddr) else $error("%m: a word is read while it is written");
    if (re) assert (32'(raddr) < DEPTH) else $error("%m: read address %0d", raddr);
    if (we) assert (32'(waddr) < DEPTH) else $error("%m: write address %0d", waddr);
  end
`endif
endmodule
