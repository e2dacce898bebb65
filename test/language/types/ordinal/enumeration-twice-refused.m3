=== errors
(* An enumeration's values are named through the type and numbered from 0; names are distinct. *)
MODULE Main;
TYPE C = {Red, Red};
(*             ^ M3129: Red is twice in this enumeration *)
BEGIN
END Main.
