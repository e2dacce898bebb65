(* 2.6.8 Array constructors: ".." repeats the last element, so there is one. *)
=== errors
MODULE Main;
VAR a := ARRAY [0 .. 2] OF INTEGER {..};
(*       ^ M3554: a ".." repeats the element before it, and there is none *)
BEGIN
END Main.
