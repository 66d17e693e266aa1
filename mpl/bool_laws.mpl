// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two truth values with and, or and not by their tables; the program finds the
// laws.
(import "bool.mpl")

(theory TruthTables[B,true,false,and,or,not]
  (Booleans[B,true,false,and,or,not]))

(induction [B,true,false])

(explore laws[true,false,and,or,not] (size 3) (variables 3))
