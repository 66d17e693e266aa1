// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One core of the Logic Block machine (docs/lbm.md). The state is known to all
// parts; each does in a state what is its own, and tells lbm_control what it found.
// Here they are put together, and it is chosen which row, which relation and which
// ids a state looks at.

module lbm_core #(
    parameter int unsigned W = 12,  // Bits of an id.
    parameter int unsigned R = 14,  // Bits of a row number.
    parameter int unsigned A = 4,   // Columns: 4 or 8.
    parameter int unsigned S = 64,  // Lists a bank.
    parameter int unsigned H = 9,   // log2 of the hash heads.
    parameter int unsigned D = 12,  // log2 of the waiting demands.
    parameter int unsigned E = 7,   // log2 of their hash heads.
    parameter int unsigned M = 10,  // log2 of the pending merges.
    parameter int unsigned P = 16,  // log2 of the instructions.
    parameter int unsigned B = 16,  // Nested iterators.
    parameter int unsigned Q = 12,  // log2 of the rows that demands remember.
    // Fixed by the document; less of them for small devices.
    parameter int unsigned T = 8,   // log2 of the relations.
    parameter int unsigned X = 8,   // log2 of the existential rules.
    parameter int unsigned N = 8,   // log2 of the pairs of distinct constants.
    parameter int unsigned K = 6    // log2 of the match registers.
) (
    input  logic        clk,
    input  logic        rst,
    input  logic        command_valid,
    output logic        command_ready,
    input  logic [31:0] command_word,
    output logic        event_valid,
    input  logic        event_ready,
    output logic [31:0] event_word,
    output lbm::state_t state          // For traces and counters.
);
  localparam int unsigned SB = S > 1 ? $clog2(S) : 1;
  localparam int unsigned AB = $clog2(A);
  localparam int unsigned BB = $clog2(B + 1);
  localparam int unsigned SLOTS = $clog2(S + 1);
  localparam logic [R-1:0] NONE = '1;

  //===--- Control and commands --------------------------------------------===//

  lbm::state_t      next, command_next;
  lbm::caller_t     caller;
  logic             go, is_plan_over, has_found, is_hit, is_slot_last, are_own;
  logic [15:0]      index;
  logic [5:0]       outer;
  logic [3:0]       limit;
  logic             is_first_done, is_more;
  logic [3:0]       command;
  logic [31:0]      head, low;
  logic [12:0]      at;
  logic [23:0]      left;
  logic [3:0]       genlimit;
  logic [31:0]      flimit;
  logic             watch, set_queue, set_firings, forget;
  logic [W-1:0]     wl, wr;
  logic [SLOTS-1:0] runslots;
  logic [T:0]       runrels;
  logic [N:0]       runpairs;

  //===--- The block -------------------------------------------------------===//

  logic [R-1:0]     delta, rows, qhead, typed_row, found_row, old;
  logic [W:0]       ids, first;
  logic [W-1:0]     found_output;
  logic             is_last_id, is_false, is_reached_by, created, is_growing;
  logic             is_over_budget, is_at_end, has_row_room, has_id_room, is_too_young;
  logic             drop, is_last_pair, of_witness;
  logic [3:0]       new_generation, typed_column, kind;
  logic [31:0]      firings;
  logic [T:0]       relation;
  logic [T-1:0]     sort;
  logic [AB-1:0]    loser;
  logic [N-1:0]     pair;

  //===--- The program -----------------------------------------------------===//

  logic [63:0]      ir, back_ir;
  logic             is_bad, is_last_plan, is_back_empty, is_back_full, is_back_push;
  logic [19:0]      plan_rule, rule;
  logic [5:0]       plan_count, count, premise;
  logic [R-1:0]     back_row;
  logic [3:0]       back_kind, columns, fresh;
  logic [4:0]       decoded, op;
  logic [A*4-1:0]   regs;
  logic [A-1:0]     known;
  logic [7:0]       op_relation;
  logic             flag, created_bit;
  logic [2:0]       column;
  logic [23:0]      number;

  //===--- Tables ----------------------------------------------------------===//

  logic [T-1:0]     shape_of, lists_of, sort_of;
  logic [3:0]       arity;
  logic             functional;
  logic [AB-1:0]    rotation;
  logic [A*SB-1:0]  base;
  logic [A-1:0]     is_sorted;
  logic [A*T-1:0]   sorts;
  logic [P:0]       plan, licence, exist;
  logic [W-1:0]     pair_left, pair_right;

  //===--- Rows, lists, ids ------------------------------------------------===//

  logic             row_read, is_list_read;
  logic [R-1:0]     row_at, row, row_rlink, row_hlink, chain, rel_first, rel_length;
  logic             live;
  logic [T-1:0]     row_relation;
  logic [A*W-1:0]   row_args, values, arg, list_ids, new_args, demand_ids;
  logic [A*R-1:0]   row_links, firsts, lengths;
  logic [3:0]       keys;
  logic [AB-1:0]    scan_column, busy_column;
  logic [R-1:0]     scan_first, busy_first, find_first, find_next, iterate_next, match;
  logic             scan_empty, busy_none, find_empty, is_found, is_output, is_bound;
  logic [W-1:0]     row_output, arg_output, arg_index, arg_outer;
  logic             is_new, is_equal, is_same, is_match;

  //===--- Classes and demands ---------------------------------------------===//

  logic [W-1:0]     rep, win, lose, push_left, push_right;
  logic [3:0]       generation, demand_generation, demand_count;
  logic             is_arg, is_merge_empty, is_merge_full, is_class_last, is_class_equal;
  logic             invent, is_demand_done, is_demand_waiting, is_demand_known;
  logic             has_demand_room;
  logic [7:0]       subject;
  logic [5:0]       demand_matched;
  logic [4:0]       wanted;
  logic [R-1:0]     demand_row;

  lbm_control #(.T(T), .H(H), .E(E), .SLOTS(SLOTS)) control (
      .clk, .rst, .state, .next, .go, .is_plan_over, .index, .outer, .caller, .has_found, .limit,
      .command_valid, .command_ready, .event_valid, .event_ready, .command_next, .left,
      .runslots, .runrels, .is_last_pair, .watch, .genlimit, .is_over_budget, .is_at_end,
      .is_false, .is_reached_by, .is_growing, .has_row_room, .has_id_room, .is_last_id,
      .is_too_young, .relation, .op, .is_bad, .premise, .plan_count,
      .witness_count(count), .fresh, .has_plan(!(&plan)), .has_licence(!(&licence)),
      .is_last_plan, .is_back_empty, .is_back_full, .arity, .live, .is_bound, .is_new,
      .is_equal, .is_same, .scan_empty, .all_empty(rel_length == 0),
      .is_last_row(iterate_next == NONE), .find_empty, .is_found,
      .is_last_found(find_next == NONE), .is_output,
      .is_sorted(is_sorted[outer[AB-1:0]]), .is_sort_sorted(is_sorted[0]),
      .list_empty(lengths[R-1:0] == 0), .busy_none, .is_merge_empty, .is_merge_full,
      .is_class_equal, .is_class_last, .is_arg, .is_demand_done, .is_demand_waiting,
      .is_demand_known, .has_demand_room, .invent, .demand_count, .demand_matched,
      .wanted, .is_hit, .is_slot_last, .are_own);

  lbm_commands #(.W(W), .T(T), .N(N), .SLOTS(SLOTS)) commands (
      .clk, .rst, .state, .go, .word(command_word), .is_dead(limit > lbm::LIMIT_FIRINGS),
      .row_arity(arity), .next(command_next), .command, .head, .is_first_done,
      .is_more, .at, .low, .left, .genlimit, .flimit, .watch, .wl, .wr, .runslots,
      .runrels, .runpairs, .set_queue, .set_firings, .forget);

  lbm_block #(.W(W), .R(R), .T(T), .N(N), .AB(AB)) block (
      .clk, .rst, .state, .go, .next, .outer, .is_first_done, .command,
      .word(command_word), .set_queue, .set_firings, .flimit, .runpairs, .op,
      .op_relation, .back_relation(back_ir[47:40]), .fresh, .created_bit, .row, .live,
      .row_relation, .is_found, .row_output, .scan_column, .back_kind, .busy_column,
      .busy_none, .column_sort(lists_of), .sort_sort(sorts[T-1:0]),
      .is_sort_sorted(is_sorted[0]), .is_class_equal, .subject, .demand_generation,
      .is_slot_last, .are_own, .delta, .rows, .qhead, .ids, .first, .is_last_id,
      .new_generation, .firings, .is_false, .is_reached_by, .created, .is_growing,
      .is_over_budget, .is_at_end, .has_row_room, .has_id_room, .is_too_young, .drop,
      .relation, .sort, .typed_row, .typed_column, .kind, .found_row, .found_output,
      .old, .loser, .pair, .is_last_pair, .of_witness);

  lbm_program #(.R(R), .P(P), .B(B), .BB(BB)) program_memory (
      .clk, .rst, .state, .go, .next, .is_plan_over, .is_more, .command, .head,
      .word(command_word), .at, .low, .plan, .licence, .exist, .is_meeting(caller == lbm::BY_MEET), .ir,
      .is_bad, .is_last_plan, .rule(plan_rule), .count(plan_count),
      .push(is_back_push),
      .push_row(iterate_next), .push_kind(kind), .is_empty(is_back_empty),
      .is_full(is_back_full), .back_row, .back_kind, .back_ir);

  assign is_back_push = go && state == lbm::S_ROW && is_hit && next == lbm::EXEC &&
                        iterate_next != NONE;

  lbm_decode #(.A(A)) decode (
      .word(ir), .op(decoded), .regs, .known, .relation(op_relation), .premise, .flag,
      .columns, .rule, .count, .column, .number, .fresh, .created(created_bit));
  assign op = is_bad ? lbm::OP_NONE : decoded;

  //===--- Which relation, which ids ---------------------------------------===//

  always_comb begin
    case (state)
      lbm::EXEC: shape_of = op_relation[T-1:0];
      lbm::D_COL: shape_of = row_relation;
      lbm::IDLE: shape_of = command_word[T-1:0];
      default: shape_of = relation[T-1:0];
    endcase
    sort_of = state == lbm::T_WRITE ? sort : relation[T-1:0];
    case (state)
      lbm::EXEC: lists_of = op_relation[T-1:0];
      lbm::T_COL: begin
        lists_of = sorts[T-1:0];
        for (int unsigned c = 1; c < A; c++)
          if (outer[AB-1:0] == AB'(c)) lists_of = sorts[c*T+:T];
      end
      lbm::T_READ, lbm::T_WRITE, lbm::T_SEEK: lists_of = sort;
      default: lists_of = relation[T-1:0];
    endcase
    case (state)
      lbm::EXEC: list_ids = values;
      lbm::X_REL: list_ids = {A{lose}};
      lbm::X_ROW: list_ids = row_args;
      lbm::T_COL, lbm::T_READ, lbm::T_SEEK: list_ids = (A * W)'(arg_outer);
      default: list_ids = arg;
    endcase
  end
  assign new_args = state == lbm::T_WRITE ? (A * W)'(arg_outer) : arg;

  lbm_tables #(.A(A), .W(W), .T(T), .X(X), .N(N), .P(P), .SB(SB), .AB(AB)) tables (
      .clk, .is_first_done, .is_more, .command, .head, .word(command_word), .at,
      .low, .shape_of, .arity, .functional, .lists_of, .rotation, .base, .sort_of,
      .is_sorted, .sort(sorts), .plan_of(row_relation), .plan,
      .licence_of(relation[T-1:0]), .licence, .exist_of(subject[X-1:0]), .exist, .pair,
      .left(pair_left), .right(pair_right));

  //===--- Which row -------------------------------------------------------===//

  assign row_read = go && (next == lbm::ROW || next == lbm::FETCH || next == lbm::S_ROW ||
                           next == lbm::F_ROW || next == lbm::D_ROW || next == lbm::X_ROW);

  always_comb
    case (state)
      lbm::EXEC: row_at = op == lbm::OP_FETCH ? match : rel_first;
      lbm::BACK: row_at = back_row;
      lbm::S_HEAD: row_at = scan_first;
      lbm::S_ROW: row_at = iterate_next;
      lbm::F_HEAD: row_at = find_first;
      lbm::F_ROW: row_at = find_next;
      lbm::D_GEN: row_at = match;
      lbm::X_HEADS: row_at = busy_first;
      default: row_at = qhead;  // NEXT
    endcase

  always_comb
    case (state)
      lbm::EXEC, lbm::L_READ, lbm::T_COL, lbm::T_READ, lbm::T_SEEK, lbm::X_REL, lbm::X_RW,
      lbm::N_REP, lbm::O_RW, lbm::G_MEET:
      is_list_read = go;
      lbm::X_ROW: is_list_read = live;
      default: is_list_read = 1'b0;
    endcase

  lbm_rows #(.W(W), .R(R), .A(A), .S(S), .H(H), .T(T), .SB(SB), .AB(AB)) row_memory (
      .clk, .state, .index, .read(row_read), .read_row(row_at), .row, .live,
      .row_relation, .row_args, .row_links, .row_rlink, .row_hlink, .is_list_read,
      .relation(lists_of), .rotation, .base, .ids(list_ids), .keys, .firsts, .lengths,
      .chain, .rel_first, .rel_length, .rows, .arity, .new_args, .loser,
      .new_id(ids[W-1:0]), .is_clearing(index < 16'(runslots)));

  lbm_match #(.W(W), .R(R), .A(A), .T(T), .AB(AB)) matcher (
      .arity, .functional, .known, .older(flag), .delta, .relation(relation[T-1:0]), .arg,
      .firsts, .lengths, .chain, .rel_first, .rel_length, .row, .live, .row_relation,
      .row_args, .row_links, .row_rlink, .row_hlink, .kind, .keys, .scan_column,
      .scan_first, .scan_empty, .busy_column, .busy_first, .busy_none, .find_first,
      .find_empty, .find_next, .is_found, .is_output, .row_output, .arg_output, .is_bound,
      .iterate_next);

  assign is_match = next == lbm::EXEC && !is_plan_over &&
                    ((state == lbm::S_ROW && is_hit) ||
                     (state == lbm::F_ROW && is_found && caller == lbm::BY_PROBE));

  lbm_registers #(.W(W), .R(R), .A(A), .K(K), .AB(AB)) registers (
      .clk, .state, .go, .index, .outer, .op, .regs, .known, .premise, .column, .number,
      .arity, .delta, .row, .row_args, .is_match, .demand_row,
      .is_row_word(is_more && command == lbm::CMD_ROW), .word(command_word[W-1:0]), .at,
      .rep, .first(first[W-1:0]), .demand_ids, .win, .lose, .values, .is_new, .is_equal, .is_same, .arg,
      .arg_index, .arg_outer, .match);

  //===--- Classes and demands ---------------------------------------------===//

  assign push_left  = caller == lbm::BY_EQUATE ? arg[0+:W] : found_output;
  assign push_right = caller == lbm::BY_EQUATE ? arg[W+:W] : arg_output;

  lbm_classes #(.W(W), .A(A), .M(M), .AB(AB)) classes (
      .clk, .rst, .state, .go, .next, .index,
      .is_class(is_more && command == lbm::CMD_CLASS), .class_id(head[W-1:0]), .at,
      .word(command_word), .is_made(state == lbm::N_NEW && index == 0),
      .new_id(ids[W-1:0]), .new_generation, .constant(number[W-1:0]), .wl, .wr,
      .pair_left, .pair_right, .arg_index, .row_args, .rep, .generation, .is_arg,
      .push(go && state == lbm::P_RIGHT), .push_left, .push_right,
      .is_empty(is_merge_empty), .is_full(is_merge_full), .win, .lose,
      .is_last(is_class_last), .is_equal(is_class_equal));

  lbm_demands #(.W(W), .R(R), .A(A), .D(D), .E(E), .Q(Q)) demands (
      .clk, .rst, .state, .go, .next, .index, .op, .relation(op_relation), .arity,
      .columns, .premises(plan_count), .unfold(flag), .row_generation(generation), .arg,
      .match, .forget, .drop, .invent, .subject, .count(demand_count),
      .matched(demand_matched), .generation(demand_generation), .wanted,
      .ids(demand_ids), .row(demand_row), .is_done(is_demand_done),
      .is_waiting(is_demand_waiting), .is_known(is_demand_known),
      .has_room(has_demand_room));

  //===--- Events ----------------------------------------------------------===//

  lbm_events #(.W(W), .R(R), .T(T), .N(N)) events (
      .state, .plan_count, .plan_rule, .witness_count(count), .witness_rule(rule), .fresh,
      .generation(new_generation), .first, .match, .has_found, .of_witness,
      .relation(relation[T-1:0]), .sort, .arg_index, .arg_outer, .typed_row,
      .typed_column, .found_row, .old, .left(push_left), .right(push_right), .pair, .limit,
      .created, .firings, .qhead, .word(event_word));

`ifdef LBM_CHECKS
  lbm_checks #(.W(W), .R(R), .A(A), .T(T), .X(X), .K(K)) checks (
      .clk, .rst, .state, .next, .go, .command_valid, .command_ready, .event_valid,
      .event_ready, .event_word, .row_read, .row_at, .live, .rows, .lists_of, .arity,
      .keys, .new_args, .row_args, .firsts, .lengths, .rel_length, .op, .op_relation,
      .premise, .columns, .is_back_full, .is_back_push, .is_merge_full, .has_demand_room,
      .ids, .win, .lose);
`endif
endmodule
