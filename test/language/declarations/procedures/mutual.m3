(* A nested procedure sees the variables of those around it, of the call it belongs to. *)
MODULE Main;
IMPORT IO, Fmt;
PROCEDURE Even(n: INTEGER): BOOLEAN = BEGIN RETURN n = 0 OR Odd(n - 1) END Even;
PROCEDURE Odd(n: INTEGER): BOOLEAN = BEGIN RETURN n # 0 AND Even(n - 1) END Odd;
BEGIN
  IO.Put(Fmt.Bool(Even(10)) & " "); IO.Put(Fmt.Bool(Odd(7)) & " "); IO.Put(Fmt.Bool(Even(3)) & " ");
  IO.Put("\n");
END Main.
