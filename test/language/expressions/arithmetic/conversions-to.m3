(* 2.6.10: FLOAT takes a floating type, REAL if none is given; FLOOR, CEILING, ROUND and TRUNC an integer type. *)
MODULE Main;
IMPORT IO;
VAR r := 2.5; n := 3; l := -4L;
BEGIN
  IO.PutInt(ROUND(FLOAT(n))); IO.PutInt(ROUND(FLOAT(l, LONGREAL))); IO.PutInt(ROUND(FLOAT(FLOAT(r, EXTENDED), REAL)));
  IO.PutInt(ORD(FLOOR(r, LONGINT))); IO.PutInt(CEILING(r)); IO.PutInt(ORD(TRUNC(-r, LONGINT))); IO.PutInt(ORD(ROUND(r, LONGINT))); IO.Put("\n");
END Main.
