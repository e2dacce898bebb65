(* Constructors of constants that their places cannot hold fault when they are evaluated, and not before. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE R = RECORD a: BITS 4 FOR [0..15]; b: [0..3] END; A = ARRAY [0..1] OF BITS 4 FOR [0..15]; V = ARRAY [0..2] OF INTEGER; W = RECORD v: V END;
VAR r := R {9, 1}; w: W; a: A;
BEGIN
  TRY r := R {99, 1} EXCEPT SpinException.Exception => IO.Put("a") END;
  TRY r := R {1, 9} EXCEPT SpinException.Exception => IO.Put("b") END;
  TRY a := A {1, 77} EXCEPT SpinException.Exception => IO.Put("c") END;
  TRY w := W {ARRAY OF INTEGER {1, 2}} EXCEPT SpinException.Exception => IO.Put("d") END;
  w := W {ARRAY OF INTEGER {1, 2, 3}}; IO.PutInt(w.v[2]); IO.Put("\n");
END Main.
