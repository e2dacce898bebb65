(* 2.2.4: Several names with one type or default are as many fields with each; a type that is left out is that of the default. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b := 2; c, d: CHAR END;
PROCEDURE P(VAR r: RECORD a: INTEGER := 2; b := 3 - 1; c: CHAR; d: CHAR END) = BEGIN r.b := 9; r.d := 'x' END P;
VAR r := R {c := 'p', d := 'q'};
BEGIN
  P(r); IO.PutInt(r.a); IO.PutInt(r.b); IO.PutChar(r.c); IO.PutChar(r.d); IO.Put("\n");
END Main.
