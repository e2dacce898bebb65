(* 2.3.18: In a branch with several types the variable has each in turn. *)
MODULE Main;
IMPORT IO;
TYPE A = OBJECT END; B = A OBJECT n := 2 END; C = A OBJECT n := 'c' END;
VAR a: ARRAY [0 .. 1] OF A;
BEGIN
  a[0] := NEW(B); a[1] := NEW(C);
  FOR i := 0 TO 1 DO TYPECASE a[i] OF B, C (x) => IO.PutInt(ORD(x.n)); IO.Put(" ") ELSE END END; IO.Put("\n");
END Main.
