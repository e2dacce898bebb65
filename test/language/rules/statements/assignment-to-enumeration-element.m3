(* 2.3.1 Assignment: an element of an enumeration is no variable. *)
=== errors
MODULE Main;
TYPE Color = {Red, Green};
BEGIN
  Color.Red := Color.Green;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
