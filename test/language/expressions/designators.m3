=== Hidden.i3
INTERFACE Hidden;
TYPE T <: REFANY;
END Hidden.
=== Hidden.m3
MODULE Hidden;
REVEAL T = BRANDED REF RECORD n: INTEGER END;
VAR t := NEW(T, n := 3);
BEGIN
  t.n := t^.n;
END Hidden.
=== Main.m3
MODULE Main;
IMPORT Hidden;
TYPE
  Row = ARRAY ['a' .. 'z'] OF INTEGER;
  Matrix = ARRAY BOOLEAN, [1 .. 3] OF Row;
  Rec = RECORD r: REF Rec; rows: REF ARRAY OF Row END;
  Obj = OBJECT next: Obj END;
VAR
  i: INTEGER; m: Matrix; r: REF Rec; o: Obj; h: Hidden.T; any: REFANY; open: REF ARRAY OF Row; u: UNTRACED REF INTEGER;
BEGIN
  i := m[TRUE, 2, 'c'] + m[FALSE][1]['z'] + r^.rows[3, 'x'] + r.r.r^.rows^[4]['y'] + u^;
  m[TRUE] := m[FALSE]; r^ := r.r^; u^ := 4; open[0]['c'] := 1; o.next.next := o;
  i := i^;
(*     ^ M3510: only a REF type can be dereferenced; type INTEGER cannot *)
  o := o^;
(*     ^ M3510: only a REF type can be dereferenced; type Obj cannot *)
  i := any^;
(*     ^ M3510: only a REF type can be dereferenced; type REFANY cannot *)
  i := h^;
(*     ^ M3510: only a REF type can be dereferenced; type Hidden.T, an opaque type whose revelation is not visible here, cannot *)
  i := h.n;
(*     ^ M3408: only records and objects have fields, and this is of type Hidden.T *)
  i := NIL^;
(*     ^ M3510: only a REF type can be dereferenced; type NULL cannot *)
  i := i[1];
(*     ^ M3511: only arrays have subscripts, and this is of type INTEGER *)
  i := m[1, 2, 'c'];
(*       ^ M3520: cannot assign INTEGER to the subscript of type BOOLEAN: their base types differ *)
  i := m[TRUE, 4, 'c'];
(*             ^ W4101: the value 4 is not a member of [1..3], the type of the subscript; this faults at run time *)
  i := m[TRUE, i, 'c'];
  i := m[TRUE, 'c', 1];
(*             ^ M3520: cannot assign CHAR to the subscript of type [1..3]: their base types differ *)
  i := m[TRUE, 1, 'c', 4];
(*     ^ M3511: only arrays have subscripts, and this is of type INTEGER *)
  i := m[TRUE];
(*     ^ M3520: cannot assign ARRAY [1..3] OF Row to i of type INTEGER *)
  i := open[-1, 'c'];
(*          ^ W4101: subscript -1 is negative, and an open array is indexed from 0 *)
  i := open['c', 'c'];
(*          ^ M3520: cannot assign CHAR to the subscript of type INTEGER: their base types differ *)
  i := open[i, 'A'];
(*             ^ W4101: the value 'A' is not a member of ['a'..'z'], the type of the subscript; this faults at run time *)
  i := i DIV 0 + i MOD 0;
(*     ^ W4102: the divisor is zero; this faults at run time *)
(*               ^ W4102: the divisor is zero; this faults at run time *)
  i := FIRST({}) + LAST({A});
(*     ^ M3624: {} is empty: it has no FIRST *)
END Main.
