(* 2.5.1: The name that a misspelt import was meant to make known is not a second mistake. *)
=== Fmt.i3 library
INTERFACE Fmt;
PROCEDURE Int(n: INTEGER): TEXT;
END Fmt.
=== Main.m3
MODULE Main;
IMPORT Ftm;
(*     ^ M3001: interface Ftm is not found *)
BEGIN
  EVAL Fmt.Int(3) & Fmt.Int(4);
END Main.
