(* 2.2.3: What indexes mean belongs to an array's type, not to its value. *)
MODULE Main;
IMPORT IO;
VAR a := ARRAY [1 .. 3] OF INTEGER {7, 8, 9}; b: ARRAY [-1 .. 1] OF INTEGER := a; c: ARRAY {X, Y, Z} OF INTEGER := b;
BEGIN
  IF a = b THEN IO.Put("equal ") END;
  IO.PutInt(a[1]); IO.PutInt(b[1]); IO.PutInt(c[VAL(1, {X, Y, Z})]); IO.Put("\n");
END Main.
