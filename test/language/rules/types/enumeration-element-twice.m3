(* 2.2.1 Ordinal types: the elements of an enumeration are distinct. *)
=== errors
MODULE Main;
TYPE T = {Red, Green, Red};
(*                    ^ M3129: Red is twice in this enumeration *)
BEGIN
END Main.
