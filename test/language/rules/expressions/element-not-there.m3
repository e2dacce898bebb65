(* 2.6.3 Designators: E.id names an element of the enumeration. *)
=== errors
MODULE Main;
TYPE Color = {Red, Green};
VAR c: Color;
BEGIN
  c := Color.Blue;
(*           ^ M3406: enumeration Color has no element Blue *)
END Main.
