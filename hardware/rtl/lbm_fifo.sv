// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A small queue of flip-flops. Both sides are valid and ready; ready does not depend
// on the other side, so that queues in a row make no long path.

module lbm_fifo #(
    parameter int unsigned WIDTH = 33,
    parameter int unsigned LOG = 1  // log2 of the entries.
) (
    input  logic             clk,
    input  logic             rst,
    input  logic             in_valid,
    output logic             in_ready,
    input  logic [WIDTH-1:0] in_data,
    output logic             out_valid,
    input  logic             out_ready,
    output logic [WIDTH-1:0] out_data,
    output logic [LOG:0]     count
);
  logic [WIDTH-1:0] mem[1 << LOG];
  logic [LOG:0]     head, tail;

  assign count     = tail - head;
  assign in_ready  = !count[LOG];
  assign out_valid = count != 0;
  assign out_data  = mem[head[LOG-1:0]];

  always_ff @(posedge clk) begin
    if (in_valid && in_ready) begin
      mem[tail[LOG-1:0]] <= in_data;
      tail <= tail + (LOG + 1)'(1);
    end
    if (out_valid && out_ready) head <= head + (LOG + 1)'(1);
    if (rst) begin
      head <= '0;
      tail <= '0;
    end
  end

`ifdef LBM_CHECKS
  always_ff @(posedge clk)
    if (!rst) assert (32'(count) <= 32'd1 << LOG) else $error("%m: %0d entries", count);
`endif
endmodule
