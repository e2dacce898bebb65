(* 2.6.5: An octal escape is the number of a CHAR. *)
=== errors
MODULE Main;
CONST T = "\400";
(*         ^ P1006: this escape is outside the character set *)
BEGIN
END Main.
