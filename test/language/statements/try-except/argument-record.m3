(* The name in a handler is a variable of the handler with the argument's value. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END;
EXCEPTION E(R);
BEGIN
  TRY RAISE E(R {3, 4}) EXCEPT E (r) => IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" ") END;
  IO.Put("\n");
END Main.
