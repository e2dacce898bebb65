(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a := 3; b: [1 .. 5] := 4; c: INTEGER END;
VAR r: R;
BEGIN
  IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" ");
  IO.Put("\n");
END Main.
