(* 2.6.2: How tightly operators bind, and that those of one rank go from left to right. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF [0 .. 9];
VAR s := S {1, 2, 3}; t := S {2}; r := NEW(REF INTEGER); a := 7; b := 2; c := 3; f := FALSE; g := TRUE;
PROCEDURE F(): REF INTEGER = BEGIN RETURN r END F;
PROCEDURE B(x: BOOLEAN) = BEGIN IF x THEN IO.Put("T") ELSE IO.Put("F") END END B;
BEGIN
  r^ := 5;
  IO.PutInt(-r^); IO.PutInt(F()^); IO.PutInt(-a MOD b); IO.PutInt(a * b - c); IO.PutInt(a - b - c); IO.PutInt(a DIV b * c); IO.PutInt(a - b * c); IO.Put(" ");
  B(1 IN s - t); B(2 IN s - t); B(NOT 1 IN s); B(NOT f AND g); B(g OR f AND f); B(a < b + c OR b = 2); B((g OR f) AND f); B(a = b = f);
  IO.Put("x" & "y" & "\n");
END Main.
