(* Reference types with one brand are one; a brand is unique in a program. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE L = REF RECORD n: INTEGER; next: L END;
VAR l := NEW(L, n := 1, next := NEW(L, n := 2));
BEGIN
  IO.PutInt(l.n); IO.Put(" "); IO.PutInt(l.next.n); IO.Put(" "); IO.Put(Fmt.Bool(l.next.next = NIL) & " ");
  IO.Put("\n");
END Main.
