=== errors
(* A constant's value is a constant expression, assignable to its type if one is given. *)
MODULE Main;
CONST C: [0 .. 9] = 10;
(*                  ^ M3522: the value 10 is not a member of [0..9], the type of constant C *)
BEGIN
END Main.
