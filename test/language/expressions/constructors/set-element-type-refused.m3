=== errors
(* A set constructor has elements and ranges of the base type. *)
MODULE Main;
TYPE S = SET OF [0 .. 9];
VAR s: S;
BEGIN
  s := S {'a'}
(*        ^ M3520: cannot assign CHAR to an element of the set of type [0..9]: their base types differ *)
END Main.
