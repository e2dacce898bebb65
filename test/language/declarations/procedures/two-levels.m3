(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
IMPORT IO;
PROCEDURE A(): INTEGER =
  VAR n := 1;
  PROCEDURE B() =
    PROCEDURE C() = BEGIN n := n * 10 + 2 END C;
    BEGIN C(); n := n + 1 END B;
  BEGIN B(); RETURN n END A;
BEGIN
  IO.PutInt(A()); IO.Put(" ");
  IO.Put("\n");
END Main.
