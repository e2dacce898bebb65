(* 2.4 Declarations: names differ by case. *)
=== errors
MODULE Main;
VAR count: INTEGER;
BEGIN
  Count := 1;
(*^ M3401: Count is not declared *)
END Main.
