(* A set's base type is ordinal. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE S = SET OF CHAR;
VAR a := S {'a'}; c := S {'a', 'b'};
BEGIN
  IO.Put(Fmt.Bool(a <= c) & " "); IO.Put(Fmt.Bool(a < c) & " "); IO.Put(Fmt.Bool(c >= a) & " "); IO.Put(Fmt.Bool(c > a) & " "); IO.Put(Fmt.Bool(a = c) & " "); IO.Put(Fmt.Bool(a # c) & " "); IO.Put(Fmt.Bool(a < a) & " "); IO.Put(Fmt.Bool(S {} <= a) & " ");
  IO.Put("\n");
END Main.
