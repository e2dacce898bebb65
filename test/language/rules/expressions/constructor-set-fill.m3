(* 2.6.8 Set constructors: ".." at the end belongs to arrays. *)
=== errors
MODULE Main;
VAR s := SET OF [0 .. 3] {1, ..};
(*       ^ M3551: a set constructor has no ".." at its end *)
BEGIN
END Main.
