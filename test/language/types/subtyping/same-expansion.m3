(* 2.2: Two types are one if they are the same with constants replaced by their values and names by their definitions. *)
MODULE Main;
IMPORT IO;
CONST N = 2 + 1;
TYPE Index = [0 .. N - 1]; A = ARRAY Index OF INTEGER; P = REF A; Q = REF ARRAY [0 .. 2] OF INTEGER;
  M = REF ARRAY [0 .. 1], [0 .. 2] OF CHAR; L = REF ARRAY [0 .. 1] OF ARRAY [0 .. N - 1] OF CHAR;
  R = RECORD a, b: INTEGER := N END;
PROCEDURE Step(VAR r: RECORD a: INTEGER := 3; b: INTEGER := 1 + 2 END) = BEGIN INC(r.a); DEC(r.b) END Step;
VAR p: P := NEW(Q); m: M := NEW(L); any: REFANY := p; r := R{};
BEGIN
  IO.PutInt(NUMBER(p^)); IO.PutInt(NUMBER(m[0]));
  IF ISTYPE(any, Q) THEN IO.Put(" one") END;
  Step(r); IO.Put(" "); IO.PutInt(r.a); IO.PutInt(r.b); IO.Put("\n");
END Main.
