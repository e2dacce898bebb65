INTERFACE State;

(* Where somebody is, and what he has: the nodes of the graph that is searched. *)

IMPORT Word;

TYPE
  KeySet = SET OF ['a' .. 'z'];
  T = RECORD
      row, column: CARDINAL := 0;
      keys := KeySet {};
    END;

CONST Brand = "State";

PROCEDURE Equal(READONLY a, b: T): BOOLEAN;
PROCEDURE Hash(READONLY s: T): Word.T;

END State.
