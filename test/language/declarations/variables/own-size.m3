(* 2.4.8 A variable may occur in its own initial value where the type of the value does not depend on it. *)
MODULE Main;
IMPORT IO, Fmt;
VAR
  n := BITSIZE(n);
  a := ARRAY [0..1] OF LONGREAL {FLOAT(BYTESIZE(a), LONGREAL), ..};
  last := LAST([0..BITSIZE(last)]);
  r := RECORD x, y: CHAR END {VAL(BYTESIZE(r), CHAR), 'b'};
  v: REF ARRAY [0..BYTESIZE(v)] OF INTEGER := NEW(REF ARRAY [0..BYTESIZE(v)] OF INTEGER);
BEGIN
  IO.Put(Fmt.Int(n) & " " & Fmt.Int(ROUND(a[1])) & " " & Fmt.Int(last) & " " & Fmt.Int(ORD(r.x)) & " " & Fmt.Int(LAST(v^)) & "\n")
END Main.
