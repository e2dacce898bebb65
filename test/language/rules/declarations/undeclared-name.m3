(* 2.4 Declarations: names are declared. *)
=== errors
MODULE Main;
BEGIN
  x := 1;
(*^ M3401: x is not declared *)
END Main.
