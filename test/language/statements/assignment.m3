MODULE Main;
TYPE
  Color = {Red, Green, Blue};
  Sub = [1 .. 10];
  High = [11 .. 20];
  T = OBJECT n: INTEGER END;
  U = T OBJECT k: INTEGER END;
  A = ARRAY [0 .. 3] OF CHAR;
  B = ARRAY [1 .. 4] OF CHAR;
  C = ARRAY [0 .. 4] OF CHAR;
  Exact = BRANDED "exact" REF INTEGER;
VAR
  i: INTEGER; c: CARDINAL; s: Sub; h: High; l: LONGINT; x: REAL; y: LONGREAL; ch: CHAR; wc: WIDECHAR; t: T; u: U; any: REFANY; r: REF INTEGER; e: Exact;
  a: A; b: B; cc: C; open: REF ARRAY OF CHAR; text: TEXT; m: MUTEX; root: ROOT; set: SET OF Color; set2: SET OF Sub;
  p: PROCEDURE (n: INTEGER) RAISES {}; q: PROCEDURE (n: INTEGER) RAISES ANY; f: PROCEDURE (n: INTEGER): INTEGER;
PROCEDURE P(n: INTEGER) = BEGIN i := n END P;
PROCEDURE F(n: INTEGER): INTEGER = BEGIN RETURN n END F;
PROCEDURE Params(v: INTEGER; VAR w: INTEGER; READONLY ro: INTEGER) =
  BEGIN
    v := 1; w := 2;
    ro := 3;
(*  ^ M3702: this cannot be assigned: ro is a READONLY parameter *)
    FOR k := 1 TO 3 DO k := 4 END;
(*                     ^ M3702: this cannot be assigned: k is the variable of a FOR statement *)
    WITH al = w, val = w + 1 DO al := 1; val := 2 END;
(*                                       ^ M3702: this cannot be assigned: val is bound by WITH to something that is not writable *)
    WITH al = ro DO al := 1 END;
(*                  ^ M3702: this cannot be assigned: al is bound by WITH to something that is not writable *)
    F(1) := 2;
(*  ^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
    INC(ro);
(*      ^ M3612: INC wants a writable designator, and ro is a READONLY parameter *)
  END Params;
BEGIN
  i := c; c := i; s := i; i := s; h := i; any := t; t := any; u := t; t := u; r := any; any := text; text := any; root := t; t := root; m := any; any := m; wc := ch;
(*                                                                                                                                                                ^ M3520: cannot assign CHAR to wc of type WIDECHAR: their base types differ *)
  a := b; b := open^; open^ := a; a := SUBARRAY(cc, 0, 4); t := NIL; text := NIL; p := NIL; p := P; q := P; q := p; f := F; e := any; any := e;
  s := h;
(*     ^ M3520: cannot assign High to s of type Sub: they have no member in common *)
  s := 11;
(*     ^ W4101: the value 11 is not a member of Sub, the type of s; this faults at run time *)
  i := l;
(*     ^ M3520: cannot assign LONGINT to i of type INTEGER: their base types differ *)
  l := i;
(*     ^ M3520: cannot assign INTEGER to l of type LONGINT: their base types differ *)
  x := y;
(*     ^ M3520: cannot assign LONGREAL to x of type REAL *)
  y := x;
(*     ^ M3520: cannot assign REAL to y of type LONGREAL *)
  x := i;
(*     ^ M3520: cannot assign INTEGER to x of type REAL *)
  i := x;
(*     ^ M3520: cannot assign REAL to i of type INTEGER *)
  ch := i;
(*      ^ M3520: cannot assign INTEGER to ch of type CHAR: their base types differ *)
  i := ch;
(*     ^ M3520: cannot assign CHAR to i of type INTEGER: their base types differ *)
  r := t;
(*     ^ M3520: cannot assign T to r of type REF INTEGER: neither is a subtype of the other *)
  t := text;
(*     ^ M3520: cannot assign TEXT to t of type T: neither is a subtype of the other *)
  r := e;
(*     ^ M3520: cannot assign Exact to r of type REF INTEGER: neither is a subtype of the other *)
  a := cc;
(*     ^ M3520: cannot assign C to a of type A: element types or shapes differ *)
  set := set2;
(*       ^ M3520: cannot assign SET OF Sub to set of type SET OF Color *)
  p := q;
(*     ^ M3520: cannot assign PROCEDURE (n: INTEGER) RAISES ANY to p of type PROCEDURE (n: INTEGER): it may raise anything *)
  p := F;
(*     ^ M3520: cannot assign PROCEDURE (n: INTEGER): INTEGER to p of type PROCEDURE (n: INTEGER): it has a result *)
  f := P;
(*     ^ M3520: cannot assign PROCEDURE (n: INTEGER) to f of type PROCEDURE (n: INTEGER): INTEGER: it has no result *)
  text := 'c';
(*        ^ M3520: cannot assign CHAR to text of type TEXT *)
  ch := "c";
(*      ^ M3520: cannot assign TEXT to ch of type CHAR *)
  c := -1;
(*     ^ W4101: the value -1 is not a member of CARDINAL, the type of c; this faults at run time *)
  P := p;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
  Params := NIL;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
  TRUE := FALSE;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
  Params(1, i, 2);
END Main.
