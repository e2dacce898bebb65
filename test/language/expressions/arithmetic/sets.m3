(* 2.6.10: On sets + is union, - difference, * intersection, / symmetric difference. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF [0 .. 5];
VAR x := S {0, 1, 2, 3}; y := S {2, 3, 4};
PROCEDURE Put(READONLY s: S) = BEGIN FOR i := 0 TO 5 DO IF i IN s THEN IO.PutInt(i) END END; IO.Put(" ") END Put;
BEGIN
  Put(x + y); Put(x - y); Put(x * y); Put(x / y); Put(x - x); IO.Put("\n");
END Main.
