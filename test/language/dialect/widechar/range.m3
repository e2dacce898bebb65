(* CM3: VAL of a number that no CHAR has is a checked run-time error. *)
MODULE Main;
IMPORT IO, Fmt;
VAR w := W'\u03b1';
BEGIN
  IO.Put(Fmt.Char(VAL(ORD(w), CHAR)));
END Main.
