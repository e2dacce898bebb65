(* A set's base type is ordinal. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF [0 .. 70];
VAR a := S {1, 2, 69}; c := S {2, 69, 70};
PROCEDURE P(s: S) = BEGIN FOR k := 0 TO 70 DO IF k IN s THEN IO.PutInt(k); IO.Put(" ") END END; IO.Put("/ ") END P;
BEGIN
  P(a + c); P(a - c); P(a * c); P(a / c);
  IO.Put("\n");
END Main.
