// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What must hold in every cycle of a core: for simulation, with LBM_CHECKS. It looks
// at signals of the core and gives none.

`ifdef LBM_CHECKS
module lbm_checks #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned T = 8,
    parameter int unsigned X = 8,
    parameter int unsigned K = 6
) (
    input logic           clk,
    input logic           rst,
    input lbm::state_t    state,
    input lbm::state_t    next,
    input logic           go,
    // Ports.
    input logic           command_valid,
    input logic           command_ready,
    input logic           event_valid,
    input logic           event_ready,
    input logic [31:0]    event_word,
    // Rows.
    input logic           row_read,
    input logic [R-1:0]   row_at,
    input logic           live,
    input logic [R-1:0]   rows,
    input logic [T-1:0]   lists_of,
    input logic [3:0]     arity,
    input logic [3:0]     keys,
    input logic [A*W-1:0] new_args,
    input logic [A*W-1:0] row_args,
    input logic [A*R-1:0] firsts,
    input logic [A*R-1:0] lengths,
    input logic [R-1:0]   rel_length,
    // Instructions.
    input logic [4:0]     op,
    input logic [7:0]     op_relation,
    input logic [5:0]     premise,
    input logic [3:0]     columns,
    input logic           is_back_full,
    input logic           is_back_push,
    input logic           is_merge_full,
    input logic           has_demand_room,
    input logic [W:0]     ids,
    input logic [W-1:0]   win,
    input logic [W-1:0]   lose
);
  //===--- Handshakes ------------------------------------------------------===//

  logic        was_waiting;
  logic [31:0] was_word;
  lbm::state_t was_state;

  always_ff @(posedge clk) begin
    was_waiting <= !rst && !go;
    was_word    <= event_word;
    was_state   <= state;
    if (!rst) begin
      assert (state <= lbm::SKIP) else $error("%m: no state: %0d", state);
      assert (next <= lbm::SKIP) else $error("%m: no state after %0d", state);
      assert (!(command_ready && event_valid)) else $error("%m: both ports at once");
      if (was_waiting) begin
        assert (state == was_state) else $error("%m: state %0d did not wait", was_state);
        if (was_state != lbm::IDLE)
          assert (event_valid && event_word == was_word)
          else $error("%m: a word changed before it was taken");
      end
      if (!go)
        assert (command_ready ? !command_valid : event_valid && !event_ready)
        else $error("%m: state %0d waits for nothing", state);
    end
  end

  //===--- Room and ranges -------------------------------------------------===//

  logic is_linked;
  assign is_linked = state == lbm::L_WRITE || state == lbm::T_WRITE;

  always_ff @(posedge clk)
    if (!rst && go) begin
      if (is_linked || state == lbm::I_DEAD || state == lbm::O_DEAD || state == lbm::SKIP)
        assert (!(&rows)) else $error("%m: no room for a row");
      if (state == lbm::N_NEW)
        assert (32'(ids) < 32'd1 << W) else $error("%m: no room for an id");
      if (state == lbm::P_RIGHT) assert (!is_merge_full) else $error("%m: no room for a merge");
      if (state == lbm::D_NEW && next != lbm::END)
        assert (has_demand_room) else $error("%m: no room for a demand");
      if (is_back_push) assert (!is_back_full) else $error("%m: no room for an iterator");
      if (row_read && state != lbm::EXEC)
        assert (row_at < rows) else $error("%m: state %0d reads row %0d", state, row_at);
      if (state == lbm::EXEC && op != lbm::OP_NONE) begin
        if (op == lbm::OP_INVENT) begin
          assert (32'(op_relation) < 32'd1 << X) else $error("%m: no rule %0d", op_relation);
          assert (32'(columns) <= A) else $error("%m: %0d columns", columns);
        end else if (op >= lbm::OP_NEW && op <= lbm::OP_ASSERT)
          assert (32'(op_relation) < 32'd1 << T) else $error("%m: no relation %0d", op_relation);
        if (op == lbm::OP_NEW || op == lbm::OP_PROBE || op == lbm::OP_SCAN ||
            op == lbm::OP_ALL || op == lbm::OP_FETCH)
          assert (32'(premise) < 32'd1 << K) else $error("%m: no premise %0d", premise);
      end
      if (state == lbm::X_SET) assert (win != lose) else $error("%m: merged with itself");
      if (state == lbm::X_KILL) begin
        assert (live && rel_length != 0) else $error("%m: a row dies twice");
        for (int unsigned c = 0; c < A; c++)
          if (c < 32'(arity))
            assert (lengths[c*R+:R] != 0) else $error("%m: an empty list gets shorter");
      end
      if (is_linked)
        for (int unsigned c = 0; c < A; c++)
          if ((state == lbm::L_WRITE ? c < 32'(arity) : c == 0) && lengths[c*R+:R] != 0)
            assert (firsts[c*R+:R] < rows) else $error("%m: a list begins with no row");
    end

  //===--- No key twice ----------------------------------------------------===//

  // The live row of each key, kept apart from what the core keeps. Keys are text, as
  // arrays over wide numbers are not to be had in Verilator 5.006.
  logic [R-1:0] live_rows[string];
  string        key;

  function automatic string key_of(input logic [A*W-1:0] args, input logic [3:0] n);
    logic [A*W-1:0] columns_of_key;
    columns_of_key = '0;
    for (int unsigned c = 0; c < A; c++)
      if (c < 32'(n)) columns_of_key[c*W+:W] = args[c*W+:W];
    key_of = $sformatf("%h %h", lists_of, columns_of_key);
  endfunction

  // There are no other assignments to such an array.
  // verilator lint_off BLKSEQ
  always @(posedge clk)
    if (rst || state == lbm::CLEAR) live_rows.delete();
    else if (is_linked) begin
      // A sort has one column, and a row of T_WRITE is of a sort.
      key = key_of(new_args, state == lbm::T_WRITE ? 4'd1 : keys);
      assert (live_rows.exists(key) == 0)
      else $error("%m: row %0d has the key of row %0d", rows, live_rows[key]);
      live_rows[key] = rows;
    end else if (state == lbm::X_KILL) begin
      key = key_of(row_args, keys);
      assert (live_rows.exists(key) != 0) else $error("%m: a row dies that has no key");
      live_rows.delete(key);
    end
  // verilator lint_on BLKSEQ
endmodule
`endif
