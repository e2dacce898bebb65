(* 2.2: Wherever a type is wanted, it may be written out. *)
MODULE Main;
IMPORT IO;
VAR any: REFANY := NEW(REF [3 .. 7]); n := 0;
BEGIN
  IF ISTYPE(any, REF [3 .. 7]) THEN INC(n) END;
  IF NOT ISTYPE(any, REF [3 .. 8]) THEN INC(n) END;
  TYPECASE any OF REF INTEGER => n := 100 | REF [3 .. 7] (r) => r^ := 5; INC(n, r^) ELSE n := 200 END;
  INC(n, VAL(4, [3 .. 7])); INC(n, NUMBER([1 .. 10])); INC(n, FIRST([-2 .. 10])); INC(n, LAST([-2 .. 10]));
  INC(n, NARROW(any, REF [3 .. 7])^); INC(n, ORD({Red, Green, Blue}.Blue)); IO.PutInt(n); IO.Put("\n");
END Main.
