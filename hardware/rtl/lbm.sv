// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers of the Logic Block machine: states, operations, commands, events and
// limits, as docs/lbm.md names them. States have the numbers of the C++ model, so
// that traces of both can be compared.

package lbm;

  typedef enum logic [6:0] {
    IDLE, CLEAR, NEXT, ROW, EXEC, CONST, FETCH, BACK, S_HEAD, S_ROW, F_HEAD, F_ROW,
    MATCH, MROW, FALSE, REACH, I_ROW, I_ARG, L_READ, L_WRITE, T_COL, T_CHECK, T_ROW,
    T_ARG, T_READ, T_WRITE, T_SEEK, I_DEAD, K_ROW, K_SECOND, P_LEFT, P_RIGHT, D_GEN,
    D_ROW, D_COL, D_HEAD, D_CMP, D_NEW, D_SAVE, FLUSH, X_POP, X_LEFT, X_RIGHT, X_GENL,
    X_GENR, X_SET, X_SWAP, X_JOIN, X_REL, X_HEADS, X_ROW, X_KILL, X_RW, X_PAIR,
    X_PAIRL, X_PAIRR, X_APART, W1, W2, W3, G_NEXT, G_LOAD, G_ID, G_ROW, G_MEET,
    N_FIRST, N_ROW, N_NEW, N_REP, O_ROW, O_ARG, O_DEAD, O_RW, END, END2, END3,
    SKIP  // The command: a dead row a cycle.
  } state_t;

  typedef enum logic [4:0] {
    OP_NONE = 5'd0, OP_PLAN = 5'd1, OP_NEW = 5'd2, OP_PROBE = 5'd3, OP_SCAN = 5'd4,
    OP_ALL = 5'd5, OP_SAME = 5'd6, OP_CONST = 5'd7, OP_FETCH = 5'd8, OP_INPUT = 5'd9,
    OP_FRESH = 5'd10, OP_DERIVE = 5'd11, OP_EQUATE = 5'd12, OP_REFUTE = 5'd13,
    OP_REACH = 5'd14, OP_CREATE = 5'd15, OP_INVENT = 5'd16, OP_WITNESS = 5'd17,
    OP_ASSERT = 5'd18, OP_DONE = 5'd19
  } op_t;

  typedef enum logic [3:0] {
    CMD_RESET = 4'd0, CMD_PROGRAM = 4'd1, CMD_TABLE = 4'd2, CMD_PLAN = 4'd3,
    CMD_LICENCE = 4'd4, CMD_EXIST = 4'd5, CMD_DISTINCT = 4'd6, CMD_CONSTANTS = 4'd7,
    CMD_CLASS = 4'd8, CMD_ROW = 4'd9, CMD_SKIP = 4'd10, CMD_SET = 4'd11,
    CMD_RUN = 4'd12, CMD_GROW = 4'd13
  } command_t;

  typedef enum logic [3:0] {
    SET_QHEAD = 4'd0, SET_GENLIMIT = 4'd1, SET_FLIMIT = 4'd2, SET_FIRINGS = 4'd3,
    SET_WL = 4'd4, SET_WR = 4'd5, SET_RUNSLOTS = 4'd6, SET_RUNRELS = 4'd7,
    SET_RUNPAIRS = 4'd8, SET_FORGET = 4'd9
  } setting_t;

  typedef enum logic [3:0] {
    EV_STATUS = 4'd0, EV_MATCH = 4'd1, EV_ROW = 4'd2, EV_REWRITE = 4'd3, EV_KEY = 4'd4,
    EV_TYPING = 4'd5, EV_WITNESS = 4'd6, EV_PUSH = 4'd7, EV_MERGE = 4'd8,
    EV_FALSE = 4'd9, EV_DISTINCT = 4'd10, EV_REACH = 4'd11
  } event_t;

  typedef enum logic [3:0] {
    LIMIT_DONE = 4'd0, LIMIT_FIRINGS = 4'd1, LIMIT_ROWS = 4'd2, LIMIT_IDS = 4'd3,
    LIMIT_MERGES = 4'd4, LIMIT_DEMANDS = 4'd5, LIMIT_NESTING = 4'd6, LIMIT_PROGRAM = 4'd9
  } limit_t;

  // Who looks for a row, and inserts one: where to go on.
  typedef enum logic [2:0] {
    BY_PROBE, BY_DERIVE, BY_EQUATE, BY_CREATE, BY_REWRITE, BY_ASSERT, BY_MEET, BY_LOAD
  } caller_t;

endpackage
