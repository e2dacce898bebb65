(* IF takes the first arm whose condition, a BOOLEAN, is TRUE. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(n: INTEGER) = BEGIN IF n = 1 THEN IO.PutInt(1); IO.Put(" ") ELSIF n = 2 THEN IO.PutInt(2); IO.Put(" ") ELSE IO.PutInt(3); IO.Put(" ") END END P;
BEGIN
  P(1); P(2); P(7);
  IO.Put("\n");
END Main.
