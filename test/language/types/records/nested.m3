(* Fields have distinct names and may have defaults, which are constants assignable to the field's type. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a: RECORD b: RECORD c := 7 END END END;
VAR r: R;
BEGIN
  IO.PutInt(r.a.b.c); IO.Put(" ");
  IO.Put("\n");
END Main.
