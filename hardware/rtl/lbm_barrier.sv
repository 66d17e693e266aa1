// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A tree of registered pairs: `all` tells that all nodes were at rest at the same
// time, as many cycles ago as the tree has levels. A host that has sent nothing since
// then knows that they still are: it closes a cycle of the grid without asking each.

module lbm_barrier #(
    parameter int unsigned NODES = 4
) (
    input  logic             clk,
    input  logic             rst,
    input  logic [NODES-1:0] rests,
    output logic             all
);
  localparam int unsigned LEVELS = NODES > 1 ? $clog2(NODES) : 1;
  localparam int unsigned LEAVES = 1 << LEVELS;

  // Node 1 is the root, the children of n are 2n and 2n + 1.
  logic [2*LEAVES-1:1] tree;

  for (genvar n = 0; n < LEAVES; n++) begin : gen_leaf
    if (n < NODES) assign tree[LEAVES+n] = rests[n];
    else assign tree[LEAVES+n] = 1'b1;
  end
  for (genvar n = 1; n < LEAVES; n++) begin : gen_node
    logic both;
    always_ff @(posedge clk) both <= !rst && tree[2*n] && tree[2*n+1];
    assign tree[n] = both;
  end
  assign all = tree[1];
endmodule
