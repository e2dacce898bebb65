(* 2.6.3: A field that a type lacks is one mistake, however often it is used. *)
=== Main.m3
MODULE Main;
TYPE T = OBJECT nmae: TEXT END;
VAR t := NEW(T);
BEGIN
  t.name := "a"; t.name := t.name & "b";
(*  ^ M3404: type T has no field or method name *)
END Main.
