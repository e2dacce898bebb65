(* 2.7 Unsafe operations: LOOPHOLE keeps the size, ADR wants a designator, DISPOSE a writable one of a known reference type. *)
=== errors
UNSAFE MODULE Main;
VAR n: INTEGER; r: REAL; any: REFANY; a: ADDRESS; node: UNTRACED REF INTEGER;
PROCEDURE P(READONLY held: REF INTEGER; READONLY open: ARRAY OF CHAR) =
  BEGIN
    DISPOSE(held);
(*          ^ M3612: DISPOSE wants a writable designator, and held is a READONLY parameter *)
    EVAL LOOPHOLE(open, INTEGER);
(*                ^ M3623: LOOPHOLE wants a value that is no open array, not ARRAY OF CHAR *)
  END P;
BEGIN
  n := LOOPHOLE(r, INTEGER);
(*     ^ M3633: LOOPHOLE wants types of one size: here are 32 and 64 bits *)
  a := ADR(n + 1);
(*         ^ M3623: ADR wants a variable (a designator), not INTEGER *)
  DISPOSE(any);
(*        ^ M3623: DISPOSE wants a variable of a reference type other than REFANY, ADDRESS and NULL, not REFANY *)
  DISPOSE(a);
(*        ^ M3623: DISPOSE wants a variable of a reference type other than REFANY, ADDRESS and NULL, not ADDRESS *)
  DISPOSE(NIL);
(*        ^ M3623: DISPOSE wants a variable (a writable designator), not NULL *)
  DISPOSE(n);
(*        ^ M3623: DISPOSE wants a variable of a reference type other than REFANY, ADDRESS and NULL, not INTEGER *)
  a := a + a;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not ADDRESS and ADDRESS *)
  n := a - n;
(*     ^ M3520: cannot assign ADDRESS to n of type INTEGER *)
  P(NIL, ARRAY OF CHAR{'a'});
  DISPOSE(node);
END Main.
