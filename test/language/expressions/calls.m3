MODULE Main;
TYPE
  R = RECORD n: BITS 4 FOR [0 .. 15] := 0; k: INTEGER END;
  T = OBJECT METHODS m(x: INTEGER; b := FALSE): INTEGER := M END;
  U = T OBJECT OVERRIDES m := MU END;
  V = ARRAY [0 .. 9] OF CHAR;
  Callback = PROCEDURE (n: INTEGER): INTEGER;
VAR
  i: INTEGER; c: CARDINAL; r: R; t: T; u: U; v: V; open: REF ARRAY OF CHAR; any: PROCANY; cb: Callback; text: TEXT;
PROCEDURE M(self: T; x: INTEGER; b: BOOLEAN): INTEGER =
  BEGIN IF b THEN RETURN x END; RETURN self.m(x, TRUE) END M;
PROCEDURE MU(self: U; x: INTEGER; b: BOOLEAN): INTEGER = BEGIN RETURN T.m(self, x, b) END MU;
PROCEDURE D(a: INTEGER; b: INTEGER := 2; READONLY c: V) = BEGIN i := a + b + ORD(c[0]) END D;
PROCEDURE W(VAR n: INTEGER) = BEGIN INC(n) END W;
PROCEDURE O(VAR chars: ARRAY OF CHAR; READONLY more: ARRAY OF CHAR) = BEGIN chars[0] := more[0] END O;
PROCEDURE F(x: INTEGER): INTEGER = BEGIN RETURN x END F;
PROCEDURE Apply(f: Callback; READONLY g: Callback; any: PROCANY): INTEGER = BEGIN RETURN f(1) + g(2) + ORD(any = NIL) END Apply;
PROCEDURE Test(READONLY ro: INTEGER; value: INTEGER) =
  PROCEDURE Local(n: INTEGER): INTEGER = BEGIN RETURN n + value END Local;
  BEGIN
    W(value);
    W(ro);
(*    ^ M3612: VAR parameter n of W wants a writable designator, and ro is a READONLY parameter *)
    W(c);
(*    ^ M3614: VAR parameter n of W wants a variable of exactly its type INTEGER, and this is one of type CARDINAL *)
    W(3);
(*    ^ M3611: VAR parameter n of W wants a variable (a writable designator), and this is a value *)
    W(r.k);
    W(r.n);
(*    ^ M3613: VAR parameter n of W cannot be bound to a packed field or element (BITS n FOR T) *)
    W(Local(3));
(*    ^ M3611: VAR parameter n of W wants a variable (a writable designator), and this is a value *)
    FOR k := 1 TO 2 DO W(k) END;
(*                       ^ M3612: VAR parameter n of W wants a writable designator, and k is the variable of a FOR statement *)
    WITH w = value DO W(w) END;
    WITH w = value + 1 DO W(w) END;
(*                          ^ M3612: VAR parameter n of W wants a writable designator, and w is bound by WITH to something that is not writable *)
    i := Apply(Local, Local, F);
(*                    ^ M3521: Local is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
    i := Apply(Local, Local, Local);
(*                    ^ M3521: Local is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
(*                           ^ M3521: Local is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
    cb := Local;
(*        ^ W4110: Local is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned; this faults at run time *)
    any := Local;
(*         ^ M3521: Local is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned *)
    WITH l = Local DO i := l(1) END;
(*           ^ M3521: Local is a local procedure; it may be called and passed as a parameter, but not bound by WITH *)
    cb := F; any := F; any := NIL; cb := any;
(*                                       ^ M3520: cannot assign PROCANY to cb of type Callback *)
  END Test;
BEGIN
  D(1, 2, v);
  D(1, c := v);
  D(c := v, a := 1);
  D(b := 2, 1, v);
(*          ^ M3605: positional arguments must precede those with keywords *)
(*             ^ M3605: positional arguments must precede those with keywords *)
  D(1, 2);
(*^ M3601: parameter c of D is not bound and has no default *)
  D(1, 2, v, 4);
(*           ^ M3602: D has only 3 parameters *)
  D(1, a := 2, c := v);
(*     ^ M3604: parameter a of D is bound twice *)
  D(1, d := 2, c := v);
(*     ^ M3603: D has no parameter d *)
  D("x", 2, v);
(*  ^ M3610: cannot assign TEXT to parameter a of D of type INTEGER *)
  D(1, 2, open^);
  D(1, 2, "abc");
(*        ^ M3610: cannot assign TEXT to parameter c of D of type V *)
  O(v, v);
  O(open^, SUBARRAY(open^, 1, 2));
  O(SUBARRAY(v, 0, 3), open^);
  O(V{'a', ..}, v);
(*  ^ M3611: VAR parameter chars of O wants a variable (a writable designator), and this is a value *)
  i := t.m(1) + t.m(b := TRUE, x := 3) + u.m(2) + T.m(u, 2, TRUE);
  i := t.m();
(*     ^ M3601: parameter x of method m is not bound and has no default *)
  t.m(3);
(*^ M3704: the result of this call is not used *)
  EVAL t.m(3);
  i := D(1, 2, v);
(*     ^ M3606: D is a proper procedure: it returns no result to use in an expression *)
  i := cb(3) + cb(n := 3);
  i := i(3);
(*     ^ M3607: only procedures can be called, and this is of type INTEGER *)
  text(3);
(*^ M3607: only procedures can be called, and this is of type TEXT *)
  NoSuch(1);
(*^ M3401: NoSuch is not declared *)
  i.foo(undefined);
(*^ M3408: only records and objects have fields, and this is of type INTEGER *)
(*      ^ M3401: undefined is not declared *)
  i := F(undefined) + F(Q);
(*                      ^ M3401: Q is not declared *)
  Test(1, 2);
  F;
(*^ M3703: a statement is wanted here, and this is an expression *)
END Main.
