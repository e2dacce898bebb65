(* 2.3.17: A label is a member of the selector's type. *)
=== errors
MODULE Main;
VAR n: [1 .. 9] := 1;
BEGIN
  CASE n OF 1 .. 9 => | 10 => END;
(*                      ^ M3522: the value 10 is not a member of [1..9], the type of the selector of this CASE *)
END Main.
