(* CM3: Where an open array cannot be the type, that of an open array constructor has the length that is written. *)
MODULE Main;
IMPORT IO;
CONST A: ARRAY OF INTEGER = ARRAY OF INTEGER {1, 2};
TYPE R = RECORD a := ARRAY OF INTEGER {3, 4, 5} END;
VAR r := R {}; v := ARRAY OF INTEGER {6, 7};
BEGIN
  IO.PutInt(NUMBER(A)); IO.PutInt(r.a[1]); IO.PutInt(NUMBER(r.a)); IO.PutInt(LAST(v));
  v := ARRAY [5 .. 6] OF INTEGER {8, 9}; IO.PutInt(v[1]); IO.Put("\n");
END Main.
