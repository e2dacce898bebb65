(* EPHEMERAL and FUNCTIONAL procedures pass the verifier; implicit exceptions pass every RAISES, also where a body is guarded. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END; F = FUNCTIONAL PROCEDURE (r: R): INTEGER; E = EPHEMERAL PROCEDURE (n: INTEGER): INTEGER; O = OBJECT n := 4 METHODS FUNCTIONAL get (): INTEGER := GetN END;
CONST Weights = ARRAY [0 .. 3] OF INTEGER {1, 10, 100, 1000};
<*IMPLICIT*> EXCEPTION Sudden(INTEGER);
EXCEPTION Plain; Other;
VAR total := 3; f: F := Weigh; e: E := Bump; g: EPHEMERAL PROCEDURE (r: R): INTEGER := Weigh;

PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
FUNCTIONAL PROCEDURE GetN (o: O): INTEGER = BEGIN RETURN o.n END GetN;
FUNCTIONAL PROCEDURE Weigh (r: R): INTEGER =
  VAR t := R {b := r.a, a := r.b}; s := 0; v := Weights;
  BEGIN
    v[0] := total; FOR i := 0 TO 3 DO WITH w = v[i] DO INC(s, w); w := 0 END END; INC(t.a, v[3]); r.a := t.a; r := t; INC(s, v[1]);
    IF s < 0 THEN RAISE Sudden(1) END; RETURN s + r.a * r.b + Twice(r.a) + NEWLess(r);
  END Weigh;
FUNCTIONAL PROCEDURE Twice (n: INTEGER): INTEGER = BEGIN RETURN MAX(2 * n, ABS(n)) END Twice;
FUNCTIONAL PROCEDURE NEWLess (READONLY r: R): INTEGER = BEGIN CASE r.a OF 0 .. 9 => RETURN 1 ELSE RETURN 2 END END NEWLess;
EPHEMERAL PROCEDURE Bump (n: INTEGER): INTEGER =
  BEGIN TRY INC(total, n); IF total > 100 THEN RAISE Plain END EXCEPT Plain => total := 0 END; LOOP IF total MOD 2 = 0 THEN EXIT END; INC(total) END; RETURN total END Bump;
PROCEDURE Anything (n: INTEGER) RAISES ANY = BEGIN CASE n OF 0 => RAISE Sudden(5) | 1 => RAISE Plain | 2 => RAISE Other ELSE END END Anything;
PROCEDURE Guarded (n: INTEGER) RAISES {Plain} = BEGIN Anything(n) END Guarded;
PROCEDURE None (n: INTEGER) RAISES {} = BEGIN TRY Anything(n) EXCEPT Plain, Other => I(-1) END END None;
PROCEDURE Quiet () RAISES {} = BEGIN RAISE Sudden(9) END Quiet;
PROCEDURE Finally (n: INTEGER) RAISES {Plain} = BEGIN TRY Anything(n) FINALLY I(100 + n) END END Finally;
BEGIN
  I(f(R {2, 3})); I(e(4)); I(e(94)); I(g(R {0, 0})); I(NEW(O).get()); IO.Put("\n");
  FOR n := 0 TO 3 DO TRY Guarded(n); I(n) EXCEPT Plain => IO.Put("plain ") | Sudden (s) => I(s) ELSE IO.Put("else ") END END;
  FOR n := 0 TO 2 DO TRY None(n); I(n) EXCEPT Sudden (s) => I(s) ELSE IO.Put("else ") END END;
  FOR n := 0 TO 3 DO TRY Finally(n) EXCEPT Plain => IO.Put("plain ") | Sudden (s) => I(s) ELSE IO.Put("else ") END END;
  TRY Quiet() EXCEPT Sudden (s) => I(s) END; IO.Put("\n");
END Main.
