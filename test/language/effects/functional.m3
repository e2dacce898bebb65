MODULE Main;
TYPE
  R = RECORD a: INTEGER; b: ARRAY [0 .. 3] OF INTEGER END;
  T = OBJECT n: INTEGER; r: R; METHODS FUNCTIONAL get(): INTEGER := Get; plain(): INTEGER := Get END;
EXCEPTION E;
VAR g: INTEGER; gr: R; gt: T; gref: REF INTEGER;
FUNCTIONAL PROCEDURE Get(self: T): INTEGER = BEGIN RETURN self.n END Get;
EPHEMERAL PROCEDURE Eph() = BEGIN END Eph;
FUNCTIONAL PROCEDURE TakesVar(VAR x: INTEGER): BOOLEAN = BEGIN RETURN x > 3 END TakesVar;
FUNCTIONAL PROCEDURE Allowed(v: INTEGER; r: R; READONLY q: R): BOOLEAN RAISES {E} =
  VAR local := 3; rec: R;
  BEGIN
    v := local; local := v + g + gt.n; r.a := 3; r.b[1] := q.b[2]; rec := r; INC(rec.b[0]); DEC(local);
    WITH w = rec.b[1] DO w := 4 END;
    FOR k := 1 TO 3 DO local := local + k END;
    IF TakesVar(local) THEN RAISE E END;
    TRY RAISE E EXCEPT E => local := 2 END;
    RETURN gt.get() = Get(gt);
  END Allowed;
FUNCTIONAL PROCEDURE Refused(VAR x: INTEGER; READONLY q: R; t: T; ref: REF R; arr: REF ARRAY OF INTEGER): BOOLEAN =
  VAR local: INTEGER;
  BEGIN
    g := 1;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable g *)
    gr.b[2] := 1;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable gr *)
    x := 2;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign the VAR parameter x *)
    INC(x);
(*      ^ M3811: Refused is FUNCTIONAL: it must not assign the VAR parameter x *)
    DEC(g);
(*      ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable g *)
    t.n := 3;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    t.r.a := 4;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    ref.a := 5;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    ref^.b[1] := 6;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    gref^ := 7;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    arr[2] := 8;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    SUBARRAY(arr^, 0, 1) := SUBARRAY(arr^, 1, 1);
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    WITH w = g, inner = w DO inner := 9 END;
(*                           ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable g *)
    WITH w = t.r DO w.a := 10 END;
(*                  ^ M3811: Refused is FUNCTIONAL: it must not assign what lies behind a reference *)
    WITH w = local DO w := 11 END;
    WITH w = VIEW(g, [0 .. 255]) DO w := 12 END;
(*                                  ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable g *)
    VIEW(x, [0 .. 255]) := 13;
(*  ^ M3811: Refused is FUNCTIONAL: it must not assign the VAR parameter x *)
    Eph();
(*  ^ M3801: Refused is FUNCTIONAL and may call only what is FUNCTIONAL; Eph is not *)
    EVAL TakesVar(g);
(*                ^ M3811: Refused is FUNCTIONAL: it must not pass as VAR the global variable g *)
    EVAL TakesVar(t.n);
(*                ^ M3811: Refused is FUNCTIONAL: it must not pass as VAR what lies behind a reference *)
    EVAL t.plain();
(*       ^ M3801: Refused is FUNCTIONAL and may call only what is FUNCTIONAL; method plain is not *)
    EVAL NEW(REF INTEGER);
(*       ^ M3802: Refused is FUNCTIONAL: it must not use NEW *)
    EVAL "a" & Name();
(*       ^ M3802: Refused is FUNCTIONAL: it must not concatenate texts, which allocates *)
    q.a := 14;
(*  ^ M3702: this cannot be assigned: q is a READONLY parameter *)
    DISPOSE(ref);
(*  ^ M3802: Refused is FUNCTIONAL: it must not use DISPOSE *)
    DISPOSE(gref);
(*  ^ M3802: Refused is FUNCTIONAL: it must not use DISPOSE *)
(*          ^ M3811: Refused is FUNCTIONAL: it must not assign the global variable gref *)
    RETURN TRUE;
  END Refused;
FUNCTIONAL PROCEDURE Name(): TEXT = BEGIN RETURN "x" END Name;
PROCEDURE Outer() =
  VAR o := 1;
  FUNCTIONAL PROCEDURE Nested(): INTEGER = BEGIN INC(o); RETURN 1 END Nested;
(*                     ^ M3810: Nested is nested in Outer, and a FUNCTIONAL procedure cannot be nested *)
(*                                                   ^ M3811: Nested is FUNCTIONAL: it must not assign o, a variable of an enclosing procedure *)
  BEGIN EVAL Nested() END Outer;
BEGIN
  TRY EVAL Allowed(1, gr, gr) EXCEPT E => END;
  EVAL Refused(g, gr, gt, NIL, NIL);
  Outer();
END Main.
