(* 2.6.8 Set constructors: elements are of the set's element type. *)
=== errors
MODULE Main;
VAR s := SET OF [0 .. 9] {1, 'a'};
(*                           ^ M3520: cannot assign CHAR to an element of the set of type [0..9]: their base types differ *)
BEGIN
END Main.
