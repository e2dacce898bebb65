(* 2.6.8 Record constructors: ".." belongs to arrays. *)
=== errors
MODULE Main;
TYPE R = RECORD a, b: INTEGER END;
VAR r := R {1, ..};
(*       ^ M3551: a record constructor has no ".." at its end *)
BEGIN
END Main.
