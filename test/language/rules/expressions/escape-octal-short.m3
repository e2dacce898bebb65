(* 2.6.5: An octal escape has three digits. *)
=== errors
MODULE Main;
CONST T = "\12";
(*         ^ P1006: an octal escape has three digits *)
BEGIN
END Main.
