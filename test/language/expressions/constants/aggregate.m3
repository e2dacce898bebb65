(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a: INTEGER; b: ARRAY [0 .. 1] OF INTEGER END;
CONST C = R {1, ARRAY [0 .. 1] OF INTEGER {2, 3}}; N = C.b[1];
VAR a: ARRAY [0 .. N] OF CHAR;
BEGIN
  IO.PutInt(NUMBER(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
