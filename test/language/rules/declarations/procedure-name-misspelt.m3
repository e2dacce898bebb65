(* 2.4.4: A procedure whose heading and END differ is one mistake, also where it is called by the name behind END. *)
=== Main.m3
MODULE Main;
PROCEDURE Pritn() =
  BEGIN
  END Print;
(*    ^ M3003: this ends procedure Pritn, not Print *)
BEGIN
  Print(); Print();
END Main.
