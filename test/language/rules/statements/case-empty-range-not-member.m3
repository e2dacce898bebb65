(* 2.3.17: The bounds of an empty range of labels are members of the selector's type, too. *)
=== errors
MODULE Main;
VAR n: [1 .. 9] := 1;
BEGIN
  CASE n OF 1 .. 9 => | 12 .. 9 => END;
(*                      ^ M3522: the value 12 is not a member of [1..9], the type of the selector of this CASE *)
END Main.
