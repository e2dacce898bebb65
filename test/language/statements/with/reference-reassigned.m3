(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
IMPORT IO;
TYPE R = REF RECORD a: INTEGER END;
VAR r := NEW(R, a := 1); s := r;
BEGIN
  WITH x = r.a DO r := NEW(R, a := 5); x := 2; IO.PutInt(r.a); IO.Put(" "); IO.PutInt(s.a); IO.Put(" ") END;
  IO.Put("\n");
END Main.
