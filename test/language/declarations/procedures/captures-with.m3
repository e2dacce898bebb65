(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [0 .. 1] OF INTEGER {1, 2};
PROCEDURE P() =
  VAR n := 1;
  BEGIN
    WITH x = a[n] DO
      n := 0; x := 8;
    END;
  END P;
BEGIN
  P(); IO.PutInt(a[0]); IO.Put(" "); IO.PutInt(a[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
