(* 2.6.8: A set constructor takes values and ranges of run time; a range whose first exceeds its last is empty. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF [0 .. 99];
VAR lo := 90; hi := 95; s := S {1, 5 .. 7, lo .. hi, hi .. lo, lo - 50}; n := 0;
BEGIN
  FOR i := 0 TO 99 DO IF i IN s THEN INC(n) END END; IO.PutInt(n); IF S {} = S {hi .. lo} THEN IO.Put(" empty\n") END;
END Main.
