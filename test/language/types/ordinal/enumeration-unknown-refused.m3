=== errors
(* An enumeration's values are named through the type and numbered from 0; names are distinct. *)
MODULE Main;
TYPE C = {Red};
CONST X = C.Green;
(*          ^ M3406: enumeration C has no element Green *)
BEGIN
END Main.
