(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE R = RECORD END;
VAR a, b: R;
BEGIN
  a := b; IO.Put(Fmt.Bool(a = b) & " ");
  IO.Put("\n");
END Main.
