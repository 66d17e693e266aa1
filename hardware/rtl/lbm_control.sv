// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The states of a core, and which comes next: docs/lbm.md, States. `go` is set in a
// cycle in which the state does what it is there for; without it, the core waits for
// a command or for the event port.

module lbm_control #(
    parameter int unsigned T = 8,
    parameter int unsigned H = 9,
    parameter int unsigned E = 7,
    parameter int unsigned SLOTS = 7
) (
    input  logic             clk,
    input  logic             rst,
    output lbm::state_t      state,
    output lbm::state_t      next,
    output logic             go,
    output logic             is_plan_over, // What fails has no iterator to go back to.
    output logic [15:0]      index,     // How often the state has come again.
    output logic [5:0]       outer,     // The same of D_GEN and T_COL.
    output lbm::caller_t     caller,
    output logic             has_found,
    output logic [3:0]       limit,     // Code of the end.

    // Ports.
    input  logic             command_valid,
    output logic             command_ready,
    output logic             event_valid,
    input  logic             event_ready,
    input  lbm::state_t      command_next,
    input  logic [23:0]      left,
    input  logic [SLOTS-1:0] runslots,
    input  logic [T:0]       runrels,
    input  logic             is_last_pair,
    input  logic             watch,
    input  logic [3:0]       genlimit,

    // The block.
    input  logic             is_over_budget,
    input  logic             is_at_end,      // False, reached, or no more rows.
    input  logic             is_false,
    input  logic             is_reached_by,
    input  logic             is_growing,
    input  logic             has_row_room,
    input  logic             has_id_room,
    input  logic             is_last_id,
    input  logic             is_too_young,   // GENERATION > GROWLIMIT
    input  logic [T:0]       relation,

    // The program.
    input  logic [4:0]       op,
    input  logic             is_bad,
    input  logic [5:0]       premise,
    input  logic [5:0]       plan_count,
    input  logic [5:0]       witness_count,
    input  logic [3:0]       fresh,
    input  logic             has_plan,
    input  logic             has_licence,
    input  logic             is_last_plan,
    input  logic             is_back_empty,
    input  logic             is_back_full,

    // Rows and lists.
    input  logic [3:0]       arity,
    input  logic             live,
    input  logic             is_bound,
    input  logic             is_new,
    input  logic             is_equal,
    input  logic             is_same,
    input  logic             scan_empty,
    input  logic             all_empty,
    input  logic             is_last_row,    // No next one in what is iterated.
    input  logic             find_empty,
    input  logic             is_found,
    input  logic             is_last_found,  // No next one in what is searched.
    input  logic             is_output,
    input  logic             is_sorted,      // The column of T_COL.
    input  logic             is_sort_sorted, // Column 0 of the sort.
    input  logic             list_empty,     // List 0.
    input  logic             busy_none,

    // Classes and demands.
    input  logic             is_merge_empty,
    input  logic             is_merge_full,
    input  logic             is_class_equal,
    input  logic             is_class_last,
    input  logic             is_arg,
    input  logic             is_demand_done,
    input  logic             is_demand_waiting,
    input  logic             is_demand_known,
    input  logic             has_demand_room,
    input  logic             invent,
    input  logic [3:0]       demand_count,
    input  logic [5:0]       demand_matched,
    input  logic [4:0]       wanted,

    output logic             is_hit,         // S_ROW: the row matches.
    output logic             is_slot_last,   // N_NEW: the last list of this id.
    output logic             are_own         // N_REP: so far all arguments.
);
  localparam int unsigned HE = H > E ? H : E;
  localparam int unsigned CLEARS = HE > 8 ? HE : 8;

  lbm::state_t after_find, after_insert, after_match, after_demand, not_found;
  logic        was_own, is_last_arg, is_witness;
  lbm::limit_t ends;

  assign command_ready = state == lbm::IDLE;
  assign is_last_arg   = index[3:0] + 4'd1 == arity;
  assign is_slot_last  = 16'(runslots) <= index + 16'd1;
  assign is_witness    = op == lbm::OP_WITNESS;
  assign is_hit        = live && is_bound && is_equal;
  assign are_own       = index == 0 || (was_own && is_arg);

  always_comb
    case (state)
      lbm::MATCH, lbm::MROW, lbm::FALSE, lbm::REACH, lbm::I_ARG, lbm::T_ARG, lbm::K_ROW,
      lbm::K_SECOND, lbm::P_RIGHT, lbm::X_POP, lbm::X_RW, lbm::X_APART, lbm::N_FIRST,
      lbm::N_ROW, lbm::O_ARG, lbm::O_RW, lbm::END, lbm::END2, lbm::END3:
      event_valid = 1'b1;
      lbm::I_ROW, lbm::T_ROW, lbm::O_ROW: event_valid = has_row_room;
      lbm::P_LEFT: event_valid = !is_merge_full;
      lbm::T_CHECK: event_valid = list_empty;
      lbm::EXEC: event_valid = is_witness && has_id_room;
      default: event_valid = 1'b0;
    endcase
  assign go = command_ready ? command_valid : !event_valid || event_ready;

  //===--- Where to go on --------------------------------------------------===//

  always_comb begin
    after_demand = is_growing ? lbm::G_NEXT : lbm::BACK;
    case (op)
      lbm::OP_EQUATE: after_match = lbm::P_LEFT;
      lbm::OP_REFUTE: after_match = lbm::FALSE;
      lbm::OP_REACH: after_match = lbm::REACH;
      default: after_match = lbm::I_ROW;
    endcase
    case (caller)
      lbm::BY_REWRITE: after_insert = lbm::X_REL;
      lbm::BY_ASSERT: after_insert = lbm::EXEC;
      lbm::BY_LOAD: after_insert = lbm::IDLE;
      default: after_insert = lbm::BACK;
    endcase
    case (caller)
      lbm::BY_PROBE: begin
        after_find = is_bound && is_equal ? lbm::EXEC : lbm::BACK;
        not_found  = lbm::BACK;
      end
      lbm::BY_DERIVE: begin
        after_find = is_output ? lbm::BACK : lbm::MATCH;
        not_found  = lbm::MATCH;
      end
      lbm::BY_CREATE: begin
        after_find = lbm::BACK;
        not_found  = lbm::D_GEN;
      end
      lbm::BY_MEET: begin
        after_find = lbm::FLUSH;
        not_found  = has_licence ? lbm::EXEC : lbm::FLUSH;
      end
      default: begin
        after_find = is_output ? after_insert : lbm::I_ROW;
        not_found  = lbm::I_ROW;
      end
    endcase
  end

  //===--- The next state --------------------------------------------------===//

  lbm::state_t execute;
  always_comb
    if (is_bad) execute = lbm::END;
    else
      case (op)
        lbm::OP_NEW: execute = is_new ? lbm::EXEC : lbm::BACK;
        lbm::OP_SAME: execute = is_same ? lbm::EXEC : lbm::BACK;
        lbm::OP_SCAN: execute = lbm::S_HEAD;
        lbm::OP_ALL: execute = all_empty ? lbm::BACK : lbm::S_ROW;
        lbm::OP_CONST: execute = lbm::CONST;
        lbm::OP_FETCH: execute = lbm::FETCH;
        lbm::OP_PROBE, lbm::OP_DERIVE, lbm::OP_CREATE: execute = lbm::F_HEAD;
        lbm::OP_EQUATE: execute = is_same ? lbm::BACK : lbm::MATCH;
        lbm::OP_REFUTE: execute = lbm::MATCH;
        lbm::OP_REACH: execute = is_reached_by ? lbm::BACK : lbm::MATCH;
        lbm::OP_INVENT: execute = lbm::D_GEN;
        lbm::OP_WITNESS: execute = has_id_room ? lbm::N_FIRST : lbm::END;
        lbm::OP_ASSERT: execute = lbm::N_REP;
        lbm::OP_DONE: execute = lbm::FLUSH;
        default: execute = lbm::EXEC;  // plan, input, fresh
      endcase

  always_comb begin
    next = lbm::IDLE;
    ends = lbm::LIMIT_DONE;
    case (state)
      lbm::IDLE: next = command_next;
      lbm::CLEAR: next = &index[CLEARS-1:0] ? lbm::IDLE : lbm::CLEAR;
      lbm::SKIP: next = left == 24'd1 ? lbm::IDLE : lbm::SKIP;

      lbm::NEXT: begin
        next = is_over_budget || is_at_end ? lbm::END : lbm::ROW;
        ends = is_over_budget ? lbm::LIMIT_FIRINGS : lbm::LIMIT_DONE;
      end
      lbm::ROW: next = !live ? lbm::NEXT : has_plan ? lbm::EXEC : lbm::FLUSH;
      lbm::EXEC: begin
        next = execute;
        ends = is_bad ? lbm::LIMIT_PROGRAM : lbm::LIMIT_IDS;
      end
      lbm::CONST, lbm::FETCH: next = lbm::EXEC;
      lbm::BACK: next = lbm::S_ROW;

      lbm::S_HEAD: next = scan_empty ? lbm::BACK : lbm::S_ROW;
      lbm::S_ROW:
      if (is_hit) begin
        next = !is_last_row && is_back_full ? lbm::END : lbm::EXEC;
        ends = lbm::LIMIT_NESTING;
      end else next = is_last_row ? lbm::BACK : lbm::S_ROW;
      lbm::F_HEAD: next = find_empty ? not_found : lbm::F_ROW;
      lbm::F_ROW: next = is_found ? after_find : is_last_found ? not_found : lbm::F_ROW;

      lbm::MATCH: next = plan_count == 0 ? after_match : lbm::MROW;
      lbm::MROW: next = index[5:0] + 6'd1 == plan_count ? after_match : lbm::MROW;
      lbm::FALSE, lbm::REACH: next = lbm::BACK;

      lbm::I_ROW: begin
        next = !has_row_room ? lbm::END : arity != 0 ? lbm::I_ARG :
               has_found ? lbm::I_DEAD : lbm::L_READ;
        ends = lbm::LIMIT_ROWS;
      end
      lbm::I_ARG: next = !is_last_arg ? lbm::I_ARG : has_found ? lbm::I_DEAD : lbm::L_READ;
      lbm::L_READ: next = lbm::L_WRITE;
      lbm::L_WRITE: next = caller == lbm::BY_LOAD ? lbm::IDLE : lbm::T_COL;
      lbm::T_COL:
      next = outer[3:0] == arity ? after_insert : is_sorted ? lbm::T_CHECK : lbm::T_COL;
      lbm::T_CHECK: next = list_empty ? lbm::T_ROW : lbm::T_COL;
      lbm::T_ROW: begin
        next = has_row_room ? lbm::T_ARG : lbm::END;
        ends = lbm::LIMIT_ROWS;
      end
      lbm::T_ARG: next = lbm::T_READ;
      lbm::T_READ: next = lbm::T_WRITE;
      lbm::T_WRITE: next = is_sort_sorted ? lbm::T_SEEK : lbm::T_COL;
      lbm::T_SEEK: next = lbm::T_CHECK;
      lbm::I_DEAD: next = lbm::K_ROW;
      lbm::K_ROW: next = lbm::K_SECOND;
      lbm::K_SECOND: next = lbm::P_LEFT;
      lbm::P_LEFT: begin
        next = is_merge_full ? lbm::END : lbm::P_RIGHT;
        ends = lbm::LIMIT_MERGES;
      end
      lbm::P_RIGHT: next = after_insert;

      lbm::D_GEN:
      if (outer != premise) next = lbm::D_ROW;
      else next = wanted > 5'(genlimit) ? lbm::BACK : lbm::D_HEAD;
      lbm::D_ROW: next = lbm::D_COL;
      lbm::D_COL: next = index[3:0] == arity ? lbm::D_GEN : lbm::D_COL;
      lbm::D_HEAD: next = is_demand_waiting ? lbm::D_CMP : lbm::D_NEW;
      lbm::D_CMP:
      next = is_demand_known ? after_demand : is_demand_waiting ? lbm::D_CMP : lbm::D_NEW;
      lbm::D_NEW: begin
        next = !has_demand_room ? lbm::END : demand_matched != 0 ? lbm::D_SAVE : after_demand;
        ends = lbm::LIMIT_DEMANDS;
      end
      lbm::D_SAVE: next = index[5:0] + 6'd1 == demand_matched ? after_demand : lbm::D_SAVE;

      lbm::FLUSH:
      if (!is_merge_empty && !is_false) next = lbm::X_POP;
      else next = !is_growing ? lbm::NEXT : is_false ? lbm::END : lbm::G_NEXT;
      lbm::X_POP: next = lbm::X_LEFT;
      lbm::X_LEFT: next = lbm::X_RIGHT;
      lbm::X_RIGHT: next = is_class_equal ? lbm::FLUSH : lbm::X_GENL;
      lbm::X_GENL: next = lbm::X_GENR;
      lbm::X_GENR: next = lbm::X_SET;
      lbm::X_SET: next = is_class_last ? lbm::X_SWAP : lbm::X_SET;
      lbm::X_SWAP: next = lbm::X_JOIN;
      lbm::X_JOIN: next = lbm::X_REL;
      lbm::X_REL: next = relation == runrels ? lbm::X_PAIR : lbm::X_HEADS;
      lbm::X_HEADS: next = busy_none ? lbm::X_REL : lbm::X_ROW;
      lbm::X_ROW: next = live ? lbm::X_KILL : lbm::X_REL;
      lbm::X_KILL: next = lbm::X_RW;
      lbm::X_RW: next = lbm::F_HEAD;
      lbm::X_PAIR:
      next = !is_last_pair && !is_false ? lbm::X_PAIRL : watch ? lbm::W1 : lbm::FLUSH;
      lbm::X_PAIRL: next = lbm::X_PAIRR;
      lbm::X_PAIRR: next = is_class_equal ? lbm::X_APART : lbm::X_PAIR;
      lbm::X_APART: next = lbm::X_PAIR;
      lbm::W1: next = lbm::W2;
      lbm::W2: next = lbm::W3;
      lbm::W3: next = lbm::FLUSH;

      lbm::G_NEXT: next = is_demand_done ? lbm::END : lbm::G_LOAD;
      lbm::G_LOAD: next = lbm::G_ID;
      lbm::G_ID:
      next = index[3:0] != demand_count ? lbm::G_ID :
             demand_matched != 0 ? lbm::G_ROW : lbm::G_MEET;
      lbm::G_ROW: next = index[5:0] == demand_matched ? lbm::G_MEET : lbm::G_ROW;
      lbm::G_MEET: next = is_too_young ? lbm::D_HEAD : invent ? lbm::EXEC : lbm::F_HEAD;

      lbm::N_FIRST:
      next = witness_count != 0 ? lbm::N_ROW : fresh != 0 ? lbm::N_NEW : lbm::EXEC;
      lbm::N_ROW:
      next = index[5:0] + 6'd1 != witness_count ? lbm::N_ROW :
             fresh != 0 ? lbm::N_NEW : lbm::EXEC;
      lbm::N_NEW:
      next = !is_slot_last || !is_last_id ? lbm::N_NEW :
             caller == lbm::BY_LOAD ? lbm::IDLE : lbm::EXEC;
      lbm::N_REP:
      next = index[3:0] != arity ? lbm::N_REP : are_own ? lbm::F_HEAD : lbm::O_ROW;
      lbm::O_ROW: begin
        next = has_row_room ? lbm::O_ARG : lbm::END;
        ends = lbm::LIMIT_ROWS;
      end
      lbm::O_ARG: next = is_last_arg ? lbm::O_DEAD : lbm::O_ARG;
      lbm::O_DEAD: next = lbm::O_RW;
      lbm::O_RW: next = lbm::F_HEAD;

      lbm::END: next = lbm::END2;
      lbm::END2: next = lbm::END3;
      default: next = lbm::IDLE;  // END3
    endcase
    // What fails goes BACK to the innermost iterator, and restoring that takes a cycle.
    // If there is none, the next plan begins at once.
    is_plan_over = next == lbm::BACK && is_back_empty;
    if (is_plan_over) next = is_growing || is_last_plan ? lbm::FLUSH : lbm::EXEC;
  end

  always_ff @(posedge clk) begin
    if (go) begin
      state <= next;
      index <= next != state || (state == lbm::N_NEW && is_slot_last) ? '0 : index + 16'd1;
      if (next == lbm::END) limit <= ends;
      if (next == lbm::T_COL) outer <= state == lbm::L_WRITE ? '0 : outer + 6'd1;
      if (next == lbm::D_GEN) outer <= state == lbm::D_COL ? outer + 6'd1 : '0;
      was_own <= are_own;
      if (state == lbm::F_HEAD) has_found <= 1'b0;
      if (state == lbm::F_ROW) has_found <= is_found;
      case (state)
        lbm::IDLE: caller <= lbm::BY_LOAD;
        lbm::EXEC:
        case (op)
          lbm::OP_PROBE: caller <= lbm::BY_PROBE;
          lbm::OP_DERIVE: caller <= lbm::BY_DERIVE;
          lbm::OP_CREATE: caller <= lbm::BY_CREATE;
          lbm::OP_EQUATE: caller <= lbm::BY_EQUATE;
          default: caller <= lbm::BY_ASSERT;
        endcase
        lbm::X_JOIN: caller <= lbm::BY_REWRITE;
        lbm::G_MEET: caller <= lbm::BY_MEET;
        default: ;
      endcase
    end
    if (rst) begin
      state <= lbm::IDLE;
      index <= '0;
    end
    if (rst || state == lbm::CLEAR) limit <= lbm::LIMIT_DONE;
  end
endmodule
