(* 2.4.8: A declaration may need itself within REF, PROCEDURE, the fields and methods of an object, and procedure bodies. *)
MODULE Main;
IMPORT IO;
EXCEPTION E(PROCEDURE () RAISES {E});
TYPE List = REF RECORD x: INTEGER; link: List END; T = PROCEDURE (n: INTEGER; p: T); X = OBJECT link: X; METHODS m(x: X): X END;
  A = REF ARRAY OF A; Y = REF RECORD n: [0 .. 9]; all: REF ARRAY [0 .. 1] OF Y END;
CONST N = BYTESIZE(REF ARRAY [0 .. N] OF REAL);
VAR v: REF ARRAY [0 .. BYTESIZE(v)] OF INTEGER; t: T := NIL; n := BITSIZE(n);
PROCEDURE P() RAISES {E} = BEGIN RAISE E(P) END P;
BEGIN
  IO.PutInt(N); IO.PutInt(n); v := NEW(REF ARRAY [0 .. 4] OF INTEGER); IO.PutInt(LAST(v^));
  TRY P() EXCEPT E (p) => IF p = P AND t = NIL THEN IO.Put(" raised\n") END END;
END Main.
