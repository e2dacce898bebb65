(* 2.8.12 Token productions: tokens need no blanks between them where they cannot be taken for one; the longest one is taken. *)
MODULE Main;
IMPORT IO;
TYPE T=[1..9];S=SET OF T;
VAR x:T:=2;s:=S{1..3,5};y:=16_ff;z:=-1;
BEGIN
  IF x<=2THEN IO.PutInt(x)END;IF NOT(x#2)AND x IN s THEN IO.PutInt(y)END;FOR i:=1TO 3DO IO.PutInt(i*z)END;IO.Put("\n");
END Main.
