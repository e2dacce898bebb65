=== errors
(* An enumeration's values are named through the type and numbered from 0; names are distinct. *)
MODULE Main;
TYPE C = {Red};
CONST X = Red;
(*        ^ M3401: Red is not declared *)
BEGIN
END Main.
