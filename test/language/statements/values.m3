MODULE Main;
TYPE Digit = [0 .. 9]; Color = {Red, Green, Blue};
VAR n: CARDINAL; d: Digit; i: INTEGER; color: Color; text: TEXT;
PROCEDURE Set(VAR x: INTEGER) = BEGIN x := 1 END Set;
PROCEDURE Compare() = BEGIN
  IF n >= 0 THEN i := 1 END;
(*   ^ W4203: this is TRUE for every value that the operands can have *)
  IF n > 0 THEN i := 1 END;
  IF n < 0 THEN i := 1 END;
(*   ^ W4203: this is FALSE for every value that the operands can have *)
  IF d = 10 THEN i := 1 END;
(*   ^ W4203: this is FALSE for every value that the operands can have *)
  IF 10 # d THEN i := 1 END;
(*   ^ W4203: this is TRUE for every value that the operands can have *)
  IF d <= 9 THEN i := 1 END;
(*   ^ W4203: this is TRUE for every value that the operands can have *)
  IF d < 9 THEN i := 1 END;
  IF i = 10 THEN i := 1 END;
  IF color > Color.Blue THEN i := 1 END;
(*   ^ W4203: this is FALSE for every value that the operands can have *)
  IF color = Color.Blue THEN i := 1 END;
  IF d = i THEN i := 1 END;
  <* ASSERT n >= 0 *>
  IF n >= 0 THEN <*NOWARN*> i := 1 END;
END Compare;
PROCEDURE Unset(b: BOOLEAN): INTEGER = VAR x, y, z, v, w, k: INTEGER; r: REAL; t: TEXT; again, alias: CARDINAL;
  PROCEDURE Inner() = BEGIN k := 3 END Inner;
BEGIN
  i := x;
(*     ^ W4204: x is read here, and nothing has assigned it before *)
  i := x;
  INC(y);
(*    ^ W4204: y is read here, and nothing has assigned it before *)
  IF b THEN z := 1 END;
  i := z;
  Set(v);
  Inner();
  WHILE b DO i := again; again := 3 END;
  WITH a = alias DO a := 1 END;
  w := w + 1;
(*     ^ W4204: w is read here, and nothing has assigned it before *)
  IF r > 1.0 OR t = NIL THEN i := 2 END;
(*   ^ W4204: r is read here, and nothing has assigned it before *)
  RETURN v + k + alias + w;
END Unset;
BEGIN
  Compare(); EVAL Unset(TRUE); EVAL text; EVAL color;
END Main.
