(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: CHAR := 'x' END;
VAR a: ARRAY [0 .. 2] OF R;
BEGIN
  a[1].b := 'y'; IO.PutInt(ORD(a[0].b)); IO.Put(" "); IO.PutInt(ORD(a[1].a)); IO.Put(" "); IO.PutInt(ORD(a[1].b)); IO.Put(" ");
  IO.Put("\n");
END Main.
