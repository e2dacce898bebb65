(* A value formal is a new variable; its actual must be assignable, and in range. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a: INTEGER END;
VAR r := R {1};
PROCEDURE P(v: R) = BEGIN v.a := 7 END P;
BEGIN
  P(r); IO.PutInt(r.a); IO.Put(" ");
  IO.Put("\n");
END Main.
