(* Texts are values whose characters the library reads; equal literals need not be one object. *)
MODULE Main;
IMPORT IO, Fmt;
VAR t := "";
BEGIN
  FOR k := 1 TO 5 DO t := t & Fmt.Int(k) END; IO.Put(t & " ");
  IO.Put("\n");
END Main.
