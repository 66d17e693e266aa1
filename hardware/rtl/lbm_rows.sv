// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rows with their links, lists of rows by column and id, hash chains, and the rows
// of relations. Columns are turned to banks and back here: elsewhere list c is that
// of column c.

module lbm_rows #(
    parameter int unsigned W = 12,
    parameter int unsigned R = 14,
    parameter int unsigned A = 4,
    parameter int unsigned S = 64,
    parameter int unsigned H = 9,
    parameter int unsigned T = 8,
    parameter int unsigned SB = 6,
    parameter int unsigned AB = 2
) (
    input  logic              clk,
    input  lbm::state_t       state,
    input  logic [15:0]       index,

    // Which row.
    input  logic              read,
    input  logic [R-1:0]      read_row,
    output logic [R-1:0]      row,        // The number of the row that was read.
    output logic              live,
    output logic [T-1:0]      row_relation,
    output logic [A*W-1:0]    row_args,
    output logic [A*R-1:0]    row_links,
    output logic [R-1:0]      row_rlink,
    output logic [R-1:0]      row_hlink,

    // Which lists: of `relation`, for these ids.
    input  logic              is_list_read,
    input  logic [T-1:0]      relation,
    input  logic [AB-1:0]     rotation,
    input  logic [A*SB-1:0]   base,
    input  logic [A*W-1:0]    ids,
    input  logic [3:0]        keys,       // Columns of a key.
    output logic [A*R-1:0]    firsts,
    output logic [A*R-1:0]    lengths,
    output logic [R-1:0]      chain,      // The hash head.
    output logic [R-1:0]      rel_first,
    output logic [R-1:0]      rel_length,

    // What is written.
    input  logic [R-1:0]      rows,
    input  logic [3:0]        arity,
    input  logic [A*W-1:0]    new_args,
    input  logic [AB-1:0]     loser,      // The column whose list is walked.
    input  logic [W-1:0]      new_id,
    input  logic              is_clearing // N_NEW has a list to clear.
);
  localparam logic [R-1:0] NONE = '1;

  //===--- Rows ------------------------------------------------------------===//

  logic           is_linked;  // A row is written and linked.
  logic [A*R-1:0] links;
  logic [R-1:0]   rlink;

  assign is_linked = state == lbm::L_WRITE || state == lbm::T_WRITE;
  assign rlink     = rel_length == 0 ? NONE : rel_first;
  always_comb
    for (int unsigned c = 0; c < A; c++)
      links[c*R+:R] = lengths[c*R+:R] == 0 ? NONE : firsts[c*R+:R];

  lbm_ram #(.WIDTH(T + A * W), .DEPTH(1 << R)) facts (
      .clk, .re(read), .raddr(read_row), .rdata({row_relation, row_args}),
      .we(is_linked), .waddr(rows), .wdata({relation, new_args}));

  lbm_ram #(.WIDTH((A + 2) * R), .DEPTH(1 << R)) next_rows (
      .clk, .re(read), .raddr(read_row), .rdata({row_links, row_rlink, row_hlink}),
      .we(is_linked), .waddr(rows), .wdata({links, rlink, chain}));

  logic live_we;
  assign live_we = is_linked || state == lbm::I_DEAD || state == lbm::O_DEAD ||
                   state == lbm::SKIP || state == lbm::X_KILL;
  lbm_ram #(.WIDTH(1), .DEPTH(1 << R)) lives (
      .clk, .re(read), .raddr(read_row), .rdata(live),
      .we(live_we), .waddr(state == lbm::X_KILL ? row : rows), .wdata(is_linked));

  always_ff @(posedge clk) if (read) row <= read_row;

  //===--- Lists -----------------------------------------------------------===//

  // What is written goes to the address that was read last, or is cleared.
  logic [AB-1:0]  turn;  // Of the lists that were read.
  logic [A-1:0]   list_we;
  logic [A*R-1:0] new_firsts, new_lengths;

  always_comb
    for (int unsigned c = 0; c < A; c++) begin
      list_we[c]        = 1'b0;
      new_firsts[c*R+:R]  = rows;
      new_lengths[c*R+:R] = lengths[c*R+:R] + R'(1);
      case (state)
        lbm::L_WRITE: list_we[c] = c < 32'(arity);
        lbm::T_WRITE: list_we[c] = c == 0;
        lbm::X_ROW: begin
          list_we[c]          = !live && loser == AB'(c);
          new_firsts[c*R+:R]  = row_links[c*R+:R];
          new_lengths[c*R+:R] = lengths[c*R+:R];
        end
        lbm::X_KILL: begin
          list_we[c]          = c < 32'(arity);
          new_firsts[c*R+:R]  = loser == AB'(c) ? row_links[c*R+:R] : firsts[c*R+:R];
          new_lengths[c*R+:R] = lengths[c*R+:R] - R'(1);
        end
        default: ;
      endcase
    end

  always_ff @(posedge clk) if (is_list_read) turn <= rotation;

  for (genvar b = 0; b < A; b++) begin : gen_bank
    logic [AB-1:0]   from, was;  // The column in this bank, now and at the last read.
    logic [SB+W-1:0] address, last;
    logic [2*R-1:0]  out, in;
    logic            we;

    assign from = AB'(b) - rotation;
    assign was  = AB'(b) - turn;
    always_comb begin
      address = '0;
      we      = state == lbm::N_NEW && is_clearing;
      in      = {NONE, R'(0)};
      for (int unsigned c = 0; c < A; c++) begin
        if (from == AB'(c)) address = {base[c*SB+:SB], ids[c*W+:W]};
        if (was == AB'(c) && list_we[c]) begin
          we = 1'b1;
          in = {new_firsts[c*R+:R], new_lengths[c*R+:R]};
        end
      end
    end

    lbm_ram #(.WIDTH(2 * R), .DEPTH(S << W), .ADDRESS(SB + W)) heads (
        .clk, .re(is_list_read), .raddr(address), .rdata(out),
        .we(we), .waddr(state == lbm::N_NEW ? {index[SB-1:0], new_id} : last),
        .wdata(in));
    always_ff @(posedge clk) if (is_list_read) last <= address;
  end

  logic [A*2*R-1:0] banks;
  for (genvar b = 0; b < A; b++) begin : gen_banks
    assign banks[b*2*R+:2*R] = gen_bank[b].out;
  end
  always_comb
    for (int unsigned c = 0; c < A; c++) begin
      firsts[c*R+:R]  = '0;
      lengths[c*R+:R] = '0;
      for (int unsigned b = 0; b < A; b++)
        if (AB'(b) == AB'(c) + turn)
          {firsts[c*R+:R], lengths[c*R+:R]} = banks[b*2*R+:2*R];
    end

  //===--- Chains and relations --------------------------------------------===//

  logic [H-1:0] hash, last_hash;
  lbm_hash #(.W(W), .A(A), .START(T), .BITS(H)) hashing (
      .start(relation), .key(ids), .n(keys), .hash);

  logic is_hash_clear;
  assign is_hash_clear = state == lbm::CLEAR && {16'd0, index} < 32'd1 << H;
  lbm_ram #(.WIDTH(R), .DEPTH(1 << H)) chains (
      .clk, .re(is_list_read && keys > 4'd1), .raddr(hash), .rdata(chain),
      .we(is_hash_clear || (state == lbm::L_WRITE && keys > 4'd1)),
      .waddr(state == lbm::CLEAR ? index[H-1:0] : last_hash),
      .wdata(state == lbm::CLEAR ? NONE : rows));
  always_ff @(posedge clk) if (is_list_read) last_hash <= hash;

  logic [R-1:0] rel_new_first, rel_new_length;
  always_comb
    case (state)
      lbm::CLEAR: {rel_new_first, rel_new_length} = {NONE, R'(0)};
      lbm::X_KILL: {rel_new_first, rel_new_length} = {rel_first, rel_length - R'(1)};
      default: {rel_new_first, rel_new_length} = {rows, rel_length + R'(1)};
    endcase
  lbm_lut #(.WIDTH(2 * R), .ADDRESS(T)) relations (
      .clk, .raddr(relation), .rdata({rel_first, rel_length}),
      .we(is_linked || state == lbm::X_KILL || state == lbm::CLEAR),
      .waddr(state == lbm::CLEAR ? index[T-1:0] : relation),
      .wdata({rel_new_first, rel_new_length}));
endmodule
