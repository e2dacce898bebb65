=== errors
(* ISTYPE asks for a reference's type, NIL belonging to every one; NARROW checks it. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := NARROW(n, INTEGER)
(*            ^ M3623: NARROW wants a reference, not INTEGER *)
END Main.
