(* 2.3.16: Steps that pass the last value end the loop, of an enumeration and downwards too. *)
MODULE Main;
IMPORT IO;
TYPE T = {A, B, C, D};
BEGIN
  FOR t := T.A TO T.D BY 2 DO IO.PutInt(ORD(t)) END; IO.Put(" ");
  FOR t := T.D TO T.A BY -2 DO IO.PutInt(ORD(t)) END; IO.Put(" ");
  FOR i := 10 TO 1 BY -4 DO IO.PutInt(i); IO.Put(",") END; IO.Put(" ");
  FOR c := 'c' TO 'a' DO IO.PutChar(c) END; FOR b := TRUE TO FALSE BY -1 DO IO.PutInt(ORD(b)) END; IO.Put("\n");
END Main.
