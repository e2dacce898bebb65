(* 2.6.10: x MOD y of floats is x - y * FLOOR(x / y). *)
MODULE Main;
IMPORT IO;
VAR a := 7.5; b := -7.5d0; c := 2.0; d := 2.0d0;
BEGIN
  IO.PutInt(ROUND(10.0 * (a MOD c))); IO.Put(" "); IO.PutInt(ROUND(10.0d0 * (b MOD d))); IO.Put(" "); IO.PutInt(ROUND(10.0 * (a MOD -c))); IO.Put("\n");
END Main.
