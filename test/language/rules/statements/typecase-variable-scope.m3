(* 2.3.18 Typecase: the variable is known in its branch only. *)
=== errors
MODULE Main;
VAR r: REFANY; t: TEXT;
BEGIN
  TYPECASE r OF TEXT (x) => t := x ELSE t := x END;
(*                                           ^ M3401: x is not declared *)
END Main.
