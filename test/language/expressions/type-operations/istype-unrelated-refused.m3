=== errors
(* ISTYPE asks for a reference's type, NIL belonging to every one; NARROW checks it. *)
MODULE Main;
TYPE T = OBJECT END;
VAR r: REF INTEGER; b: BOOLEAN;
BEGIN
  b := ISTYPE(r, T)
(*     ^ M3625: an expression of type REF INTEGER is never of type T *)
END Main.
