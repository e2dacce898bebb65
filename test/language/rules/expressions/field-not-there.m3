(* 2.6.3 Designators: r.f names a field of r's type. *)
=== errors
MODULE Main;
VAR r: RECORD a: INTEGER END; n: INTEGER;
BEGIN
  n := r.b;
(*       ^ M3404: type RECORD a: INTEGER; END has no field b *)
END Main.
