(* 2.4.2 Constants: the value is a member of the constant's type. *)
=== errors
MODULE Main;
CONST C: [0 .. 9] = 10;
(*                  ^ M3522: the value 10 is not a member of [0..9], the type of constant C *)
BEGIN
END Main.
