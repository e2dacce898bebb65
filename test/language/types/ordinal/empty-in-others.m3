(* 2.2: Types that are not empty may be built from empty ones. *)
MODULE Main;
IMPORT IO;
TYPE E = [1 .. 0];
VAR s: SET OF E; a: ARRAY E OF INTEGER;
BEGIN
  IO.PutInt(NUMBER(a)); IF s = SET OF E {} THEN IO.Put(" empty\n") END;
END Main.
