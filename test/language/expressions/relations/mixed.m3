(* 2.6.11: Values of related types are compared, also where neither type contains the other. *)
MODULE Main;
IMPORT IO;
TYPE A = OBJECT END; B = A OBJECT END;
VAR s: [0 .. 5] := 3; t: [3 .. 9] := 3; a: A := NEW(B); b: B := a; r: REFANY := b; f := ARRAY [0 .. 1] OF INTEGER {1, 2}; o := NEW(REF ARRAY OF INTEGER, 2);
BEGIN
  o^ := f;
  IF s = t AND a = b AND r = a AND b = r AND f = o^ AND NOT s < t THEN IO.Put("equal\n") END;
END Main.
