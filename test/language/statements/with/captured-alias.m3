(* 2.3.15 An alias denotes its place for nested procedures, too: packed storage, procedure parameters, and what a module body has. *)
MODULE Main;
IMPORT IO;
TYPE P = RECORD a, b: BITS 4 FOR [0..15] END; A = ARRAY [0..3] OF BITS 4 FOR [0..15]; O = OBJECT r: P; a: A; n: INTEGER; f: BITS 3 FOR [0..7] END;
VAR g: P; o := NEW(O); i := 2;
TYPE Proc = PROCEDURE();
PROCEDURE Call(p: Proc; x: INTEGER) =
  VAR loc: A; lp: P;
  BEGIN
    WITH q = p, la = loc[i], lb = lp.b, of = o.f, oa = o.a[i], on = o.n DO
      PROCEDURE Inner() = BEGIN q(); la := 3; INC(lb, 2); of := 5; oa := 7; on := x END Inner;
      BEGIN i := 0; Inner(); IO.PutInt(loc[2]); IO.PutInt(lp.b); IO.PutInt(o.f); IO.PutInt(o.a[2]); IO.PutInt(o.n); IO.Put("\n"); i := 2 END;
    END;
  END Call;
PROCEDURE Outer() = VAR n := 0; PROCEDURE In() = BEGIN INC(n) END In; BEGIN Call(In, 9); IO.PutInt(n); IO.Put("\n") END Outer;
BEGIN
  Outer();
  VAR k := 3; r: REF ARRAY OF INTEGER := NEW(REF ARRAY OF INTEGER, 5); a: ARRAY [0..3] OF INTEGER; BEGIN
    TRY
    WITH kk = k, e = r[k], gg = g.a, all = r^, sub = SUBARRAY(r^, 1, 3), w = a[k] DO
      WITH k3 = kk, s1 = sub[1] DO
        PROCEDURE In() = BEGIN k3 := 1; e := 42; gg := 6; all[0] := 1; s1 := 8; w := 77 END In;
        BEGIN In(); r := NIL; IO.PutInt(k); IO.PutInt(e); IO.PutInt(g.a); IO.PutInt(all[0]); IO.PutInt(all[2]); IO.PutInt(a[3]); IO.Put("\n") END
      END
    END;
    FINALLY
    TRY WITH e = r[0] DO PROCEDURE In2() = BEGIN e := 1 END In2; BEGIN In2() END END EXCEPT ELSE IO.Put("nil at with\n") END;
    END;
    TRY WITH e = a[k+7] DO PROCEDURE In2() = BEGIN e := 1 END In2; BEGIN IO.Put("not here\n"); In2() END END EXCEPT ELSE IO.Put("sub at with\n") END
  END;
END Main.
