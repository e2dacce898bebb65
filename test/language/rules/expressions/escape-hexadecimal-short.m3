(* 2.6.5: A hexadecimal escape has two digits. *)
=== errors
MODULE Main;
CONST T = "\x4";
(*         ^ P1006: a hexadecimal escape here has 2 digits *)
BEGIN
END Main.
