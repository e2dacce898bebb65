MODULE Main;
TYPE R = RECORD a: BITS 4 FOR [0 .. 15]; b: INTEGER END;
VAR i: INTEGER; m: MUTEX; t: TEXT; r: R; b: BOOLEAN;
BEGIN
  VAR k := 3; BEGIN i := k; VAR k := "x"; BEGIN t := k END END;
  WITH x = i, y = x + 1, z = r.a DO x := y; z := 3; t := x; y := 4 END;
(*                                                       ^ M3520: cannot assign INTEGER to t of type TEXT *)
(*                                                          ^ M3702: this cannot be assigned: y is bound by WITH to something that is not writable *)
  WITH x = undefined DO i := x END;
(*         ^ M3401: undefined is not declared *)
  LOCK m DO i := 1 END;
  LOCK i DO i := 1 END;
(*     ^ M3750: LOCK wants a MUTEX, and this is of type INTEGER *)
  LOCK NEW(MUTEX) DO END;
  <* ASSERT i = 3 *>
  <* ASSERT b WITH "broken" *>
  <* ASSERT i *>
(*          ^ M3706: the condition of ASSERT is a BOOLEAN, not INTEGER *)
  <* ASSERT b WITH 3 *>
(*                 ^ M3705: the message of an ASSERT is a TEXT, not INTEGER *)
  EVAL i;
  EVAL undefined;
  CONST C = 3; BEGIN i := C; C := 4 END;
(*                           ^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
  i := C;
(*     ^ M3401: C is not declared *)
  PROCEDURE Nested() = BEGIN i := 2 END Nested; BEGIN Nested() END;
END Main.
