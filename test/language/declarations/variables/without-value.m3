(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
IMPORT IO, Fmt;
VAR n: INTEGER; s: [3 .. 5]; t: REFANY; x: BOOLEAN;
BEGIN
  IO.PutInt(n); IO.Put(" "); IO.PutInt(s); IO.Put(" "); IO.PutInt(ORD(x)); IO.Put(" "); IO.Put(Fmt.Bool(t = NIL) & " ");
  IO.Put("\n");
END Main.
