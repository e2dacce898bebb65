(* 2.3.11: An expression without RETURN before it is one mistake: that the function then returns nothing is not said, too. *)
=== Main.m3
MODULE Main;
PROCEDURE Twice(n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Twice;
PROCEDURE Fourfold(n: INTEGER): INTEGER =
  BEGIN
    Twice(Twice(n))
(*  ^ M3704: the result of this call is not used *)
  END Fourfold;
BEGIN
  EVAL Fourfold(1);
END Main.
