(* CM3: WIDECHAR is an enumeration of its own with Unicode's characters; ORD and VAL convert, also to and from CHAR. *)
MODULE Main;
IMPORT IO, Fmt;
VAR w := W'\u03b1'; c := 'a';
BEGIN
  IO.PutInt(ORD(w)); IO.Put(" "); IO.PutInt(ORD(LAST(WIDECHAR))); IO.Put(" ");
  w := VAL(ORD(c), WIDECHAR); IO.Put(Fmt.Bool(w = W'a') & " ");
  INC(w); c := VAL(ORD(w), CHAR); IO.Put(Fmt.Char(c) & " ");
  CASE w OF | W'a' => IO.Put("a") | W'b' .. W'z' => IO.Put("b-z") ELSE IO.Put("?") END;
  IO.Put("\n");
END Main.
