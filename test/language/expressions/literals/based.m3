(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
IMPORT IO;
BEGIN
  IO.PutInt(16_FF); IO.Put(" "); IO.PutInt(2_1010); IO.Put(" "); IO.PutInt(8_17); IO.Put(" "); IO.PutInt(16_ff); IO.Put(" "); IO.PutInt(10_99); IO.Put(" ");
  IO.Put("\n");
END Main.
