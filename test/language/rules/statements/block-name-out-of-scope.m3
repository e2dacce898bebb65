(* 2.3.4 Block statement: names are known in their block. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  VAR k := 3; BEGIN n := k END;
  n := k;
(*     ^ M3401: k is not declared *)
END Main.
