(* A VALUE parameter of procedure type may hold a nested procedure: it may be called, compared and passed on, aliased by WITH, but not kept. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE P = PROCEDURE (n: INTEGER): INTEGER;
VAR kept: P; list: ARRAY [0 .. 1] OF P; object := NEW(REF RECORD p: P END);

PROCEDURE I (i: INTEGER) = BEGIN IO.PutInt(i); IO.Put(" ") END I;
PROCEDURE Top (n: INTEGER): INTEGER = BEGIN RETURN n + 1000 END Top;
PROCEDURE Replace (VAR p: P): INTEGER = VAR old := p; BEGIN p := Top; RETURN old(1) END Replace;
PROCEDURE Look (READONLY p: P): INTEGER = BEGIN RETURN p(2) END Look;
PROCEDURE Use (p, q: P) =
  PROCEDURE Inner (): INTEGER = BEGIN WITH r = p DO RETURN r(3) + p(4) END END Inner;
  BEGIN
    WITH w = p DO I(w(1)); IF w = p THEN I(-1) END END;
    I(Inner()); IF p = q THEN I(-2) END; IF q # NIL THEN I(q(5)) END;
  END Use;
PROCEDURE Attempt (what: INTEGER; p: P) =
  BEGIN
    TRY
      CASE what OF 0 => kept := p | 1 => list[1] := p | 2 => object.p := p | 3 => I(Replace(p)); I(p(1)) | 4 => I(Look(p)) | 5 => WITH q = p DO kept := q END | 6 => p := Top; kept := p; I(kept(0)) END;
      IO.Put("kept ");
    EXCEPT SpinException.Exception => IO.Put("refused ") END;
  END Attempt;
PROCEDURE Run (base: INTEGER) =
  PROCEDURE Local (n: INTEGER): INTEGER = BEGIN RETURN base + n END Local;
  BEGIN
    Use(Local, Local); Use(Top, Local); Use(Local, NIL); IO.Put("\n");
    FOR i := 0 TO 6 DO Attempt(i, Local) END; IO.Put("\n");
    FOR i := 0 TO 6 DO Attempt(i, Top) END; IO.Put("\n");
  END Run;
BEGIN
  Run(10);
END Main.
