=== errors
(* A VAR actual must be a writable designator of the formal's type. *)
MODULE Main;
VAR r: RECORD a: BITS 4 FOR [0 .. 15]; b: BITS 4 FOR [0 .. 15] END;
PROCEDURE P(VAR v: [0 .. 15]) = BEGIN v := 1 END P;
BEGIN
  P(r.a)
(*  ^ M3613: VAR parameter v of P cannot be bound to a packed field or element (BITS n FOR T) *)
END Main.
